/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schema 2: ladders and the assessments made with them, actions and focus areas, dialogues. */
#include "vb-store-private.h"

/* A ladder never changes once it is here, and its id follows from key and version, so that it is
 * the same row in every document. Whoever refers to a part of it carries the ladder along: then the
 * database itself sees to it that an answer belongs to the ladder of its assessment. */
static const char ladders[] =
    "CREATE TABLE ladder ("
    "  id INTEGER PRIMARY KEY CHECK (id > 0),"
    "  key TEXT NOT NULL CHECK (key <> ''),"
    "  version TEXT NOT NULL CHECK (version <> ''),"
    "  n_steps INTEGER NOT NULL CHECK (n_steps BETWEEN 2 AND 9),"
    "  wording TEXT NOT NULL CHECK (wording IN ('own', 'paraphrase', 'official')),"
    "  at_least TEXT NOT NULL CHECK (at_least IN ('partly', 'mostly', 'yes')),"
    "  share_yes REAL NOT NULL CHECK (share_yes BETWEEN 0 AND 1),"
    "  name_sv TEXT CHECK (name_sv <> ''),"
    "  name_en TEXT CHECK (name_en <> ''),"
    "  source_sv TEXT CHECK (source_sv <> ''),"
    "  source_en TEXT CHECK (source_en <> ''),"
    "  notice_sv TEXT CHECK (notice_sv <> ''),"
    "  notice_en TEXT CHECK (notice_en <> '')"
    ") STRICT;"
    "CREATE UNIQUE INDEX ladder_key ON ladder (key, version);"

    "CREATE TABLE ladder_step ("
    "  ladder INTEGER NOT NULL REFERENCES ladder (id) ON DELETE CASCADE,"
    "  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 9),"
    "  name_sv TEXT CHECK (name_sv <> ''),"
    "  name_en TEXT CHECK (name_en <> ''),"
    "  description_sv TEXT CHECK (description_sv <> ''),"
    "  description_en TEXT CHECK (description_en <> ''),"
    "  PRIMARY KEY (ladder, step)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE ladder_area ("
    "  ladder INTEGER NOT NULL REFERENCES ladder (id) ON DELETE CASCADE,"
    "  key TEXT NOT NULL CHECK (key <> ''),"
    "  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 10000),"
    "  mandatory INTEGER NOT NULL CHECK (mandatory IN (0, 1)),"
    "  name_sv TEXT CHECK (name_sv <> ''),"
    "  name_en TEXT CHECK (name_en <> ''),"
    "  question_sv TEXT CHECK (question_sv <> ''),"
    "  question_en TEXT CHECK (question_en <> ''),"
    "  help_sv TEXT CHECK (help_sv <> ''),"
    "  help_en TEXT CHECK (help_en <> ''),"
    "  PRIMARY KEY (ladder, key)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE ladder_area_step ("
    "  ladder INTEGER NOT NULL,"
    "  area TEXT NOT NULL,"
    "  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 9),"
    "  text_sv TEXT CHECK (text_sv <> ''),"
    "  text_en TEXT CHECK (text_en <> ''),"
    "  PRIMARY KEY (ladder, area, step),"
    "  FOREIGN KEY (ladder, area) REFERENCES ladder_area (ladder, key) ON DELETE CASCADE"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE ladder_statement ("
    "  ladder INTEGER NOT NULL,"
    "  key TEXT NOT NULL CHECK (key <> ''),"
    "  area TEXT NOT NULL,"
    "  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 100000)," /* in the whole ladder */
    "  step INTEGER NOT NULL CHECK (step BETWEEN 2 AND 9),"
    "  level TEXT CHECK (level IN ('strategic', 'tactical', 'operational')),"
    "  text_sv TEXT CHECK (text_sv <> ''),"
    "  text_en TEXT CHECK (text_en <> ''),"
    "  evidence_sv TEXT CHECK (evidence_sv <> ''),"
    "  evidence_en TEXT CHECK (evidence_en <> ''),"
    "  PRIMARY KEY (ladder, key),"
    "  CHECK (text_sv IS NOT NULL OR text_en IS NOT NULL),"
    "  FOREIGN KEY (ladder, area) REFERENCES ladder_area (ladder, key) ON DELETE CASCADE"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX ladder_statement_area ON ladder_statement (ladder, area);";

static const char assessments[] =
    "CREATE TABLE assessment ("
    "  id INTEGER PRIMARY KEY CHECK (id > 0),"
    "  unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,"
    "  ladder INTEGER NOT NULL REFERENCES ladder (id),"
    "  role TEXT NOT NULL CHECK (role IN ('management', 'planners', 'physicians', 'nurses',"
    "                                     'other')),"
    "  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),"
    "  participants INTEGER NOT NULL CHECK (participants BETWEEN 1 AND 1000000)," /* a count */
    "  state TEXT NOT NULL CHECK (state IN ('draft', 'done')),"
    "  note TEXT CHECK (note <> '')"
    ") STRICT;"
    "CREATE UNIQUE INDEX assessment_ladder ON assessment (ladder, id);"
    "CREATE INDEX assessment_unit ON assessment (unit);"

    /* Where somebody left it: no fact, and never undone, so it refers to nothing. */
    "CREATE TABLE assessment_place ("
    "  assessment INTEGER PRIMARY KEY CHECK (assessment > 0),"
    "  area TEXT NOT NULL CHECK (area <> '')"
    ") STRICT;"

    "CREATE TABLE assessment_area ("
    "  assessment INTEGER NOT NULL,"
    "  ladder INTEGER NOT NULL,"
    "  area TEXT NOT NULL,"
    "  wanted_step INTEGER CHECK (wanted_step BETWEEN 1 AND 9),"
    "  priority INTEGER CHECK (priority BETWEEN 1 AND 3),"
    "  owner_role TEXT CHECK (owner_role <> ''),"
    "  by_day TEXT CHECK (by_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),"
    "  comment TEXT CHECK (comment <> ''),"
    "  PRIMARY KEY (assessment, area),"
    "  FOREIGN KEY (ladder, assessment) REFERENCES assessment (ladder, id) ON DELETE CASCADE,"
    "  FOREIGN KEY (ladder, area) REFERENCES ladder_area (ladder, key)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX assessment_area_assessment ON assessment_area (ladder, assessment);"
    "CREATE INDEX assessment_area_area ON assessment_area (ladder, area);"

    /* answer is NULL where there is only evidence. */
    "CREATE TABLE answer ("
    "  assessment INTEGER NOT NULL,"
    "  ladder INTEGER NOT NULL,"
    "  statement TEXT NOT NULL,"
    "  answer TEXT CHECK (answer IN ('no', 'partly', 'mostly', 'yes', 'not-relevant')),"
    "  evidence TEXT CHECK (evidence <> ''),"
    "  PRIMARY KEY (assessment, statement),"
    "  CHECK (answer IS NOT NULL OR evidence IS NOT NULL),"
    "  FOREIGN KEY (ladder, assessment) REFERENCES assessment (ladder, id) ON DELETE CASCADE,"
    "  FOREIGN KEY (ladder, statement) REFERENCES ladder_statement (ladder, key)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX answer_assessment ON answer (ladder, assessment);"
    "CREATE INDEX answer_statement ON answer (ladder, statement);";

static const char actions[] =
    "CREATE TABLE focus_area ("
    "  id INTEGER PRIMARY KEY CHECK (id > 0),"
    "  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000000),"
    "  side TEXT NOT NULL CHECK (side IN ('capacity', 'need')),"
    "  name_sv TEXT CHECK (name_sv <> ''),"
    "  name_en TEXT CHECK (name_en <> ''),"
    "  description_sv TEXT CHECK (description_sv <> ''),"
    "  description_en TEXT CHECK (description_en <> ''),"
    "  goal TEXT CHECK (goal <> ''),"
    "  CHECK (name_sv IS NOT NULL OR name_en IS NOT NULL)"
    ") STRICT;"

    "CREATE TABLE focus_measure ("
    "  id INTEGER PRIMARY KEY CHECK (id > 0),"
    "  focus_area INTEGER NOT NULL REFERENCES focus_area (id) ON DELETE CASCADE,"
    "  name TEXT NOT NULL CHECK (name <> ''),"
    "  measure INTEGER CHECK (measure BETWEEN 1 AND 65535)," /* NULL: noted by hand */
    "  unit INTEGER REFERENCES unit (id) ON DELETE CASCADE," /* NULL: the whole document */
    "  kind TEXT NOT NULL CHECK (kind IN ('targeted', 'untargeted', 'development')),"
    "  target REAL CHECK (target BETWEEN -1e15 AND 1e15),"
    "  good TEXT NOT NULL CHECK (good IN ('up', 'down')),"
    "  measured_in TEXT CHECK (measured_in <> '')"
    ") STRICT;"
    "CREATE INDEX focus_measure_focus_area ON focus_measure (focus_area);"
    "CREATE INDEX focus_measure_unit ON focus_measure (unit);"

    "CREATE TABLE focus_outcome ("
    "  focus_measure INTEGER NOT NULL REFERENCES focus_measure (id) ON DELETE CASCADE,"
    "  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),"
    "  value REAL NOT NULL CHECK (value BETWEEN -1e15 AND 1e15),"
    "  PRIMARY KEY (focus_measure, day)"
    ") STRICT, WITHOUT ROWID;"

    /* Effects are in beds, good when positive on either side. */
    "CREATE TABLE action ("
    "  id INTEGER PRIMARY KEY CHECK (id > 0),"
    "  unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,"
    "  focus_area INTEGER REFERENCES focus_area (id) ON DELETE SET NULL,"
    "  title TEXT NOT NULL CHECK (title <> ''),"
    "  description TEXT CHECK (description <> ''),"
    "  owner_role TEXT CHECK (owner_role <> ''),"
    "  level TEXT CHECK (level IN ('strategic', 'tactical', 'operational')),"
    "  status TEXT NOT NULL CHECK (status IN ('proposed', 'decided', 'under-way', 'done',"
    "                                         'cancelled')),"
    "  side TEXT NOT NULL CHECK (side IN ('capacity', 'need')),"
    "  start_day TEXT CHECK (start_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),"
    "  due_day TEXT CHECK (due_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),"
    "  done_day TEXT CHECK (done_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),"
    "  effect_low REAL CHECK (effect_low BETWEEN -1e15 AND 1e15),"
    "  effect_base REAL CHECK (effect_base BETWEEN -1e15 AND 1e15),"
    "  effect_high REAL CHECK (effect_high BETWEEN -1e15 AND 1e15),"
    /* An action outlives the assessment that led to it, and still knows what it is to mend. */
    "  assessment INTEGER REFERENCES assessment (id) ON DELETE SET NULL,"
    "  ladder INTEGER,"
    "  statement TEXT,"
    "  CHECK ((ladder IS NULL) = (statement IS NULL)),"
    "  CHECK (assessment IS NULL OR ladder IS NOT NULL),"
    "  FOREIGN KEY (ladder, statement) REFERENCES ladder_statement (ladder, key)"
    ") STRICT;"
    "CREATE INDEX action_unit ON action (unit);"
    "CREATE INDEX action_focus_area ON action (focus_area);"
    "CREATE INDEX action_assessment ON action (assessment);"
    "CREATE INDEX action_statement ON action (ladder, statement);"

    "CREATE TABLE dialogue ("
    "  id INTEGER PRIMARY KEY CHECK (id > 0),"
    "  unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,"
    "  kind TEXT NOT NULL CHECK (kind IN ('strategic-dialogue', 'network-meeting', 'other')),"
    "  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),"
    "  parties TEXT CHECK (parties <> ''),"
    "  topics TEXT CHECK (topics <> ''),"
    "  take_aways TEXT CHECK (take_aways <> ''),"
    "  follow_up_day TEXT CHECK (follow_up_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),"
    "  followed_up INTEGER NOT NULL CHECK (followed_up IN (0, 1))"
    ") STRICT;"
    "CREATE INDEX dialogue_unit ON dialogue (unit);"

    "CREATE TABLE dialogue_action ("
    "  dialogue INTEGER NOT NULL REFERENCES dialogue (id) ON DELETE CASCADE,"
    "  action INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,"
    "  PRIMARY KEY (dialogue, action)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX dialogue_action_action ON dialogue_action (action);";

/* Source of the five: Socialstyrelsen, Plats för vård (2024); the short names and the English are
 * our own. Five participants in the smallest group that is shown by itself is our own proposal. */
static const char contents[] =
    "INSERT INTO focus_area (id, position, side, name_sv, name_en, description_sv, description_en)"
    " VALUES"
    " (1, 0, 'capacity', 'Produktions- och kapacitetsstyrning',"
    "  'Production and capacity planning',"
    "  'Utveckla systematisk produktions- och kapacitetsstyrning för en mer behovsbaserad planering"
    " av sjukhusens vårdplatser',"
    "  'Develop systematic production and capacity planning, so that the hospitals’ beds are "
    "planned"
    " more by need'),"
    " (2, 1, 'capacity', 'Hållbar kompetensförsörjning', 'Lasting supply of skills',"
    "  'Säkerställ hållbar kompetensförsörjning så att flera vårdplatser kan öppnas på sjukhusen',"
    "  'Secure a lasting supply of skills, so that more beds can be opened in the hospitals'),"
    " (3, 2, 'capacity', 'Ändamålsenlig användning av kompetens', 'Skills put to their best use',"
    "  'Använd kompetensen ändamålsenligt för att möjliggöra fler vårdplatser på sjukhus med"
    " tillgänglig personal',"
    "  'Put skills to their best use, to make more hospital beds possible with the staff there "
    "is'),"
    " (4, 3, 'need', 'God och nära vård', 'Good care close by',"
    "  'Ställ om till en god och nära vård för att minska behovet av sluten vård på sjukhus',"
    "  'Change over to good care close by, to lower the need for inpatient care in hospitals'),"
    " (5, 4, 'need', 'Säker vård', 'Safe care',"
    "  'Agera för säker vård för att minimera undvikbar sluten vård',"
    "  'Act for safe care, to keep avoidable inpatient care at its least');"

    "ALTER TABLE setting ADD COLUMN smallest_group INTEGER NOT NULL DEFAULT 5"
    "  CHECK (smallest_group BETWEEN 1 AND 1000000);"
    /* The row that is there gets its column only when it is written, and what records changes
     * would until then take the column for NULL. */
    "UPDATE setting SET smallest_group = 5;";

gboolean
vb_store_migrate_to_2 (VbStoreConnection *connection, GError **error)
{
  return vb_store_connection_execute (connection, ladders, error)
         && vb_store_connection_execute (connection, assessments, error)
         && vb_store_connection_execute (connection, actions, error)
         && vb_store_connection_execute (connection, contents, error);
}

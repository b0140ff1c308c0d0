/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What VbExchange knows of each table. */
#include <string.h>

#include "vb-exchange-private.h"

#define PLAIN VB_EXCHANGE_PLAIN
#define UNIT VB_EXCHANGE_UNIT
#define IMPORT VB_EXCHANGE_IMPORT
#define MEASURE VB_EXCHANGE_MEASURE
#define LADDER VB_EXCHANGE_LADDER

#define KEY VB_EXCHANGE_KEY
#define SAID (VB_EXCHANGE_KEY | VB_EXCHANGE_SAID)
#define FREE VB_EXCHANGE_FREE
#define FILL VB_EXCHANGE_FILL

enum
{
  SETTING,
  TARGET,
  MAPPING,
  IMPORT_PART,
  IMPORT_PROBLEM,
  LADDER_VERSION,
  LADDER_STEP,
  LADDER_AREA,
  LADDER_AREA_STEP,
  LADDER_STATEMENT,
  ASSESSMENT,
  ASSESSMENT_PLACE,
  ASSESSMENT_AREA,
  ANSWER,
  FOCUS_AREA,
  FOCUS_MEASURE,
  FOCUS_OUTCOME,
  ACTION,
  DIALOGUE,
  DIALOGUE_ACTION,
  SCENARIO,
  SCENARIO_YEAR,
  LEVER,
  PLAN,
  PLAN_YEAR,
  BREAKDOWN_HOLD,
  POPULATION,
  CARE_USE,
  ACCEPTED_RISK,
  CENSUS_VARIATION,
  GAP_LINE,
  N_TABLES,
};

const VbExchangeTable _vb_exchange_tables[] = {
  [SETTING] = { "setting",
                VB_EXCHANGE_SETTINGS,
                { { "id", PLAIN, KEY },
                  { "default_target", PLAIN, 0 },
                  { "occupied_includes_overcrowded", PLAIN, 0 },
                  { "hidden_demand", PLAIN, 0 },
                  { "smallest_group", PLAIN, 0 },
                  { "consumption_change", PLAIN, 0 } } },
  [TARGET] = { "target",
               VB_EXCHANGE_FACTS,
               { { "unit", UNIT, KEY },
                 { "measure", MEASURE, SAID },
                 { "care_type", PLAIN, SAID },
                 { "from_day", PLAIN, SAID },
                 { "id", PLAIN, FREE },
                 { "value", PLAIN, 0 },
                 { "decided_by", PLAIN, FILL } } },
  [MAPPING] = { "mapping",
                VB_EXCHANGE_TRAIL,
                { { "header_key", PLAIN, KEY }, { "mapping", PLAIN, 0 } } },
  [IMPORT_PART] = { "import_part",
                    VB_EXCHANGE_TRAIL,
                    { { "import", IMPORT, KEY },
                      { "unit", UNIT, KEY },
                      { "measure", PLAIN, KEY },
                      { "grain", PLAIN, KEY },
                      { "first", PLAIN, 0 },
                      { "last", PLAIN, 0 } } },
  [IMPORT_PROBLEM] = { "import_problem",
                       VB_EXCHANGE_TRAIL,
                       { { "import", IMPORT, KEY },
                         { "ordinal", PLAIN, KEY },
                         { "kind", PLAIN, 0 },
                         { "extent", PLAIN, 0 },
                         { "source_row", PLAIN, 0 },
                         { "source_column", PLAIN, 0 },
                         { "value", PLAIN, 0 } } },
  [LADDER_VERSION] = { "ladder",
                       VB_EXCHANGE_TEXT,
                       { { "id", LADDER, KEY },
                         { "key", PLAIN, 0 },
                         { "version", PLAIN, 0 },
                         { "n_steps", PLAIN, 0 },
                         { "wording", PLAIN, 0 },
                         { "at_least", PLAIN, 0 },
                         { "share_yes", PLAIN, 0 },
                         { "name_sv", PLAIN, 0 },
                         { "name_en", PLAIN, 0 },
                         { "source_sv", PLAIN, 0 },
                         { "source_en", PLAIN, 0 },
                         { "notice_sv", PLAIN, 0 },
                         { "notice_en", PLAIN, 0 } } },
  [LADDER_STEP] = { "ladder_step",
                    VB_EXCHANGE_TEXT,
                    { { "ladder", LADDER, KEY },
                      { "step", PLAIN, KEY },
                      { "name_sv", PLAIN, 0 },
                      { "name_en", PLAIN, 0 },
                      { "description_sv", PLAIN, 0 },
                      { "description_en", PLAIN, 0 } } },
  [LADDER_AREA] = { "ladder_area",
                    VB_EXCHANGE_TEXT,
                    { { "ladder", LADDER, KEY },
                      { "key", PLAIN, KEY },
                      { "position", PLAIN, 0 },
                      { "mandatory", PLAIN, 0 },
                      { "name_sv", PLAIN, 0 },
                      { "name_en", PLAIN, 0 },
                      { "question_sv", PLAIN, 0 },
                      { "question_en", PLAIN, 0 },
                      { "help_sv", PLAIN, 0 },
                      { "help_en", PLAIN, 0 } } },
  [LADDER_AREA_STEP] = { "ladder_area_step",
                         VB_EXCHANGE_TEXT,
                         { { "ladder", LADDER, KEY },
                           { "area", PLAIN, KEY },
                           { "step", PLAIN, KEY },
                           { "text_sv", PLAIN, 0 },
                           { "text_en", PLAIN, 0 } } },
  [LADDER_STATEMENT] = { "ladder_statement",
                         VB_EXCHANGE_TEXT,
                         { { "ladder", LADDER, KEY },
                           { "key", PLAIN, KEY },
                           { "area", PLAIN, 0 },
                           { "position", PLAIN, 0 },
                           { "step", PLAIN, 0 },
                           { "level", PLAIN, 0 },
                           { "text_sv", PLAIN, 0 },
                           { "text_en", PLAIN, 0 },
                           { "evidence_sv", PLAIN, 0 },
                           { "evidence_en", PLAIN, 0 } } },
  [ASSESSMENT] = { "assessment",
                   VB_EXCHANGE_ASSESSMENT,
                   { { "id", PLAIN, KEY },
                     { "unit", UNIT, 0 },
                     { "ladder", LADDER, FREE },
                     { "role", PLAIN, 0 },
                     { "day", PLAIN, 0 },
                     { "participants", PLAIN, 0 },
                     { "state", PLAIN, FREE },
                     { "note", PLAIN, FILL } } },
  [ASSESSMENT_PLACE] = { "assessment_place",
                         VB_EXCHANGE_TRAIL,
                         { { "assessment", PLAIN, KEY }, { "area", PLAIN, 0 } } },
  [ASSESSMENT_AREA] = { "assessment_area",
                        VB_EXCHANGE_PARTS,
                        { { "assessment", PLAIN, KEY },
                          { "area", PLAIN, KEY },
                          { "ladder", LADDER, FREE },
                          { "wanted_step", PLAIN, FILL },
                          { "priority", PLAIN, FILL },
                          { "owner_role", PLAIN, FILL },
                          { "by_day", PLAIN, FILL },
                          { "comment", PLAIN, FILL } } },
  [ANSWER] = { "answer",
               VB_EXCHANGE_PARTS,
               { { "assessment", PLAIN, KEY },
                 { "statement", PLAIN, KEY },
                 { "ladder", LADDER, FREE },
                 { "answer", PLAIN, FILL },
                 { "evidence", PLAIN, FILL } } },
  [FOCUS_AREA] = { "focus_area",
                   VB_EXCHANGE_FACTS,
                   { { "id", PLAIN, KEY },
                     { "position", PLAIN, FREE },
                     { "side", PLAIN, 0 },
                     { "name_sv", PLAIN, 0 },
                     { "name_en", PLAIN, 0 },
                     { "description_sv", PLAIN, 0 },
                     { "description_en", PLAIN, 0 },
                     { "goal", PLAIN, FILL } } },
  [FOCUS_MEASURE] = { "focus_measure",
                      VB_EXCHANGE_FACTS,
                      { { "id", PLAIN, KEY },
                        { "focus_area", PLAIN, FREE },
                        { "name", PLAIN, 0 },
                        { "measure", MEASURE, 0 },
                        { "unit", UNIT, 0 },
                        { "kind", PLAIN, 0 },
                        { "target", PLAIN, 0 },
                        { "good", PLAIN, 0 },
                        { "measured_in", PLAIN, FILL } } },
  [FOCUS_OUTCOME] = { "focus_outcome",
                      VB_EXCHANGE_FACTS,
                      { { "focus_measure", PLAIN, KEY },
                        { "day", PLAIN, SAID },
                        { "value", PLAIN, 0 } } },
  [ACTION] = { "action",
               VB_EXCHANGE_FACTS,
               { { "id", PLAIN, KEY },
                 { "unit", UNIT, 0 },
                 { "focus_area", PLAIN, FREE },
                 { "title", PLAIN, 0 },
                 { "description", PLAIN, FILL },
                 { "owner_role", PLAIN, FILL },
                 { "level", PLAIN, FILL },
                 { "status", PLAIN, 0 },
                 { "side", PLAIN, 0 },
                 { "start_day", PLAIN, 0 },
                 { "due_day", PLAIN, 0 },
                 { "done_day", PLAIN, 0 },
                 { "effect_low", PLAIN, 0 },
                 { "effect_base", PLAIN, 0 },
                 { "effect_high", PLAIN, 0 },
                 { "assessment", PLAIN, FREE },
                 { "ladder", LADDER, FREE },
                 { "statement", PLAIN, FREE } } },
  [DIALOGUE] = { "dialogue",
                 VB_EXCHANGE_FACTS,
                 { { "id", PLAIN, KEY },
                   { "unit", UNIT, 0 },
                   { "kind", PLAIN, 0 },
                   { "day", PLAIN, 0 },
                   { "parties", PLAIN, FILL },
                   { "topics", PLAIN, FILL },
                   { "take_aways", PLAIN, FILL },
                   { "follow_up_day", PLAIN, FILL },
                   { "followed_up", PLAIN, 0 } } },
  [DIALOGUE_ACTION] = { "dialogue_action",
                        VB_EXCHANGE_FACTS,
                        { { "dialogue", PLAIN, KEY }, { "action", PLAIN, KEY } } },
  [SCENARIO] = { "scenario",
                 VB_EXCHANGE_FACTS,
                 { { "id", PLAIN, KEY },
                   { "unit", UNIT, 0 },
                   { "ready", PLAIN, FREE },
                   { "name_sv", PLAIN, 0 },
                   { "name_en", PLAIN, 0 },
                   { "description_sv", PLAIN, FILL },
                   { "description_en", PLAIN, FILL },
                   { "notice_sv", PLAIN, FILL },
                   { "notice_en", PLAIN, FILL },
                   { "care_group", PLAIN, 0 },
                   { "first_year", PLAIN, 0 },
                   { "last_year", PLAIN, 0 },
                   { "target_occupancy", PLAIN, 0 },
                   { "distribution", PLAIN, 0 },
                   { "draws", PLAIN, 0 },
                   { "seed", PLAIN, 0 },
                   { "based_on", PLAIN, FREE },
                   { "consumption_change", PLAIN, FILL } } },
  [SCENARIO_YEAR] = { "scenario_year",
                      VB_EXCHANGE_FACTS,
                      { { "scenario", PLAIN, KEY },
                        { "side", PLAIN, SAID },
                        { "year", PLAIN, SAID },
                        { "beds", PLAIN, 0 },
                        { "status", PLAIN, 0 },
                        { "source_sv", PLAIN, FILL },
                        { "source_en", PLAIN, FILL } } },
  [LEVER] = { "lever",
              VB_EXCHANGE_FACTS,
              { { "id", PLAIN, KEY },          { "scenario", PLAIN, FREE },
                { "position", PLAIN, FREE },   { "name_sv", PLAIN, 0 },
                { "name_en", PLAIN, 0 },       { "side", PLAIN, 0 },
                { "basis", PLAIN, 0 },         { "profile", PLAIN, 0 },
                { "one_off", PLAIN, 0 },       { "low", PLAIN, 0 },
                { "base", PLAIN, 0 },          { "high", PLAIN, 0 },
                { "influence", PLAIN, 0 },     { "probability", PLAIN, 0 },
                { "bed_days", PLAIN, 0 },      { "overlap", PLAIN, 0 },
                { "start_year", PLAIN, 0 },    { "full_year", PLAIN, 0 },
                { "yearly_cost", PLAIN, 0 },   { "status", PLAIN, 0 },
                { "source_sv", PLAIN, FILL },  { "source_en", PLAIN, FILL },
                { "focus_area", PLAIN, FREE }, { "action", PLAIN, FREE } } },
  /* A document has one plan a unit and care group. */
  [PLAN] = { "plan",
             VB_EXCHANGE_WHOLE,
             { { "id", PLAIN, FREE },
               { "unit", UNIT, KEY },
               { "care_group", PLAIN, SAID },
               { "name_sv", PLAIN, 0 },
               { "name_en", PLAIN, 0 },
               { "scenario", PLAIN, FREE },
               { "decided_day", PLAIN, 0 },
               { "decided_by", PLAIN, 0 } } },
  [PLAN_YEAR] = { "plan_year",
                  VB_EXCHANGE_PARTS,
                  { { "plan", PLAIN, KEY },
                    { "year", PLAIN, SAID },
                    { "need", PLAIN, 0 },
                    { "capacity", PLAIN, 0 } } },
  [BREAKDOWN_HOLD] = { "breakdown_hold",
                       VB_EXCHANGE_FACTS,
                       { { "unit", UNIT, KEY },
                         { "care_group", PLAIN, SAID },
                         { "locked", PLAIN, FILL },
                         { "minimum", PLAIN, FILL } } },
  [POPULATION] = { "population",
                   VB_EXCHANGE_FACTS,
                   { { "unit", UNIT, KEY },
                     { "year", PLAIN, SAID },
                     { "sex", PLAIN, SAID },
                     { "age_from", PLAIN, SAID },
                     { "age_to", PLAIN, 0 },
                     { "inhabitants", PLAIN, 0 },
                     { "kind", PLAIN, 0 },
                     { "source", PLAIN, FILL },
                     { "provenance", PLAIN, 0 } } },
  [CARE_USE] = { "care_use",
                 VB_EXCHANGE_FACTS,
                 { { "unit", UNIT, KEY },
                   { "year", PLAIN, SAID },
                   { "sex", PLAIN, SAID },
                   { "age_from", PLAIN, SAID },
                   { "care_group", PLAIN, SAID },
                   { "age_to", PLAIN, 0 },
                   { "bed_days", PLAIN, 0 },
                   { "source", PLAIN, FILL },
                   { "provenance", PLAIN, 0 } } },
  [ACCEPTED_RISK] = { "accepted_risk",
                      VB_EXCHANGE_FACTS,
                      { { "unit", UNIT, KEY },
                        { "care_type", PLAIN, SAID },
                        { "risk", PLAIN, 0 } } },
  [CENSUS_VARIATION] = { "census_variation",
                         VB_EXCHANGE_FACTS,
                         { { "unit", UNIT, KEY },
                           { "care_group", PLAIN, SAID },
                           { "variation", PLAIN, 0 } } },
  [GAP_LINE] = { "gap_line",
                 VB_EXCHANGE_FACTS,
                 { { "unit", UNIT, KEY },
                   { "care_group", PLAIN, SAID },
                   { "from_year", PLAIN, 0 },
                   { "from_gap", PLAIN, 0 },
                   { "to_year", PLAIN, 0 },
                   { "to_gap", PLAIN, 0 } } },
};

static const char *const texts[N_TABLES][VB_EXCHANGE_N_STATEMENTS] = {
  [SETTING] = { "SELECT NULL, NULL, id, default_target, occupied_includes_overcrowded,"
                " hidden_demand, smallest_group, consumption_change FROM setting",
                "SELECT id, default_target, occupied_includes_overcrowded, hidden_demand,"
                " smallest_group, consumption_change FROM setting WHERE id = ?1",
                NULL },
  /* A document has one target a unit, measure, care type and day; its id is of no account. */
  [TARGET] = { "SELECT unit, NULL, unit, measure, care_type, from_day, id, value, decided_by"
               " FROM target",
               "SELECT unit, measure, care_type, from_day, id, value, decided_by FROM target"
               " WHERE coalesce (unit, 0) = coalesce (?1, 0) AND measure = ?2"
               " AND coalesce (care_type, '') = coalesce (?3, '')"
               " AND coalesce (from_day, '') = coalesce (?4, '')",
               "INSERT INTO target (unit, measure, care_type, from_day, id, value, decided_by)"
               " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
               " ON CONFLICT (coalesce (unit, 0), measure, coalesce (care_type, ''),"
               " coalesce (from_day, ''))"
               " DO UPDATE SET value = excluded.value, decided_by = excluded.decided_by" },
  [MAPPING] = { "SELECT NULL, NULL, header_key, mapping FROM mapping", NULL,
                "INSERT INTO mapping (header_key, mapping) VALUES (?1, ?2)"
                " ON CONFLICT (header_key) DO NOTHING" },
  /* A file that both have read may have been understood more widely there. */
  [IMPORT_PART] = { "SELECT NULL, NULL, import, unit, measure, grain, first, last FROM import_part",
                    NULL,
                    "INSERT INTO import_part (import, unit, measure, grain, first, last)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                    " ON CONFLICT (import, unit, measure, grain)"
                    " DO UPDATE SET first = min (first, excluded.first),"
                    " last = max (last, excluded.last)"
                    " WHERE first > excluded.first OR last < excluded.last" },
  [IMPORT_PROBLEM] = { "SELECT NULL, NULL, import, ordinal, kind, extent, source_row,"
                       " source_column, value FROM import_problem",
                       NULL,
                       "INSERT INTO import_problem (import, ordinal, kind, extent, source_row,"
                       " source_column, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
                       " ON CONFLICT (import, ordinal) DO NOTHING" },
  [LADDER_VERSION] = { "SELECT NULL, key || ' ' || version, id, key, version, n_steps, wording,"
                       " at_least, share_yes, name_sv, name_en, source_sv, source_en, notice_sv,"
                       " notice_en FROM ladder",
                       "SELECT id, key, version, n_steps, wording, at_least, share_yes, name_sv,"
                       " name_en, source_sv, source_en, notice_sv, notice_en FROM ladder WHERE"
                       " id = ?1",
                       "INSERT INTO ladder (id, key, version, n_steps, wording, at_least,"
                       " share_yes, name_sv, name_en, source_sv, source_en, notice_sv,"
                       " notice_en) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
                       " ?13)" },
  [LADDER_STEP] = { "SELECT NULL, (SELECT l.key || ' ' || l.version FROM ladder l WHERE l.id ="
                    " ladder) || ' ' || step, ladder, step, name_sv, name_en, description_sv,"
                    " description_en FROM ladder_step",
                    "SELECT ladder, step, name_sv, name_en, description_sv, description_en FROM"
                    " ladder_step WHERE ladder = ?1 AND step = ?2",
                    "INSERT INTO ladder_step (ladder, step, name_sv, name_en, description_sv,"
                    " description_en) VALUES (?1, ?2, ?3, ?4, ?5, ?6)" },
  [LADDER_AREA] = { "SELECT NULL, (SELECT l.key || ' ' || l.version FROM ladder l WHERE l.id ="
                    " ladder) || ' ' || key, ladder, key, position, mandatory, name_sv, name_en,"
                    " question_sv, question_en, help_sv, help_en FROM ladder_area",
                    "SELECT ladder, key, position, mandatory, name_sv, name_en, question_sv,"
                    " question_en, help_sv, help_en FROM ladder_area WHERE ladder = ?1 AND key ="
                    " ?2",
                    "INSERT INTO ladder_area (ladder, key, position, mandatory, name_sv,"
                    " name_en, question_sv, question_en, help_sv, help_en) VALUES (?1, ?2, ?3,"
                    " ?4, ?5, ?6, ?7, ?8, ?9, ?10)" },
  [LADDER_AREA_STEP] = { "SELECT NULL, (SELECT l.key || ' ' || l.version FROM ladder l WHERE"
                         " l.id = ladder) || ' ' || area || ' ' || step, ladder, area, step,"
                         " text_sv, text_en FROM ladder_area_step",
                         "SELECT ladder, area, step, text_sv, text_en FROM ladder_area_step"
                         " WHERE ladder = ?1 AND area = ?2 AND step = ?3",
                         "INSERT INTO ladder_area_step (ladder, area, step, text_sv, text_en)"
                         " VALUES (?1, ?2, ?3, ?4, ?5)" },
  [LADDER_STATEMENT] = { "SELECT NULL, (SELECT l.key || ' ' || l.version FROM ladder l WHERE"
                         " l.id = ladder) || ' ' || key, ladder, key, area, position, step,"
                         " level, text_sv, text_en, evidence_sv, evidence_en FROM"
                         " ladder_statement",
                         "SELECT ladder, key, area, position, step, level, text_sv, text_en,"
                         " evidence_sv, evidence_en FROM ladder_statement WHERE ladder = ?1 AND"
                         " key = ?2",
                         "INSERT INTO ladder_statement (ladder, key, area, position, step,"
                         " level, text_sv, text_en, evidence_sv, evidence_en) VALUES (?1, ?2,"
                         " ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)" },
  [ASSESSMENT] = { "SELECT unit, role || ' ' || day, id, unit, ladder, role, day, participants,"
                   " state, note FROM assessment",
                   "SELECT id, unit, ladder, role, day, participants, state, note FROM"
                   " assessment WHERE id = ?1",
                   "INSERT INTO assessment (id, unit, ladder, role, day, participants, state,"
                   " note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO UPDATE"
                   " SET unit = excluded.unit, ladder = excluded.ladder, role = excluded.role,"
                   " day = excluded.day, participants = excluded.participants, state ="
                   " excluded.state, note = excluded.note" },
  [ASSESSMENT_PLACE] = { "SELECT NULL, NULL, assessment, area FROM assessment_place", NULL,
                         "INSERT INTO assessment_place (assessment, area) VALUES (?1, ?2) ON"
                         " CONFLICT (assessment) DO NOTHING" },
  [ASSESSMENT_AREA] = { "SELECT (SELECT a.unit FROM assessment a WHERE a.id = assessment),"
                        " (SELECT a.role || ' ' || a.day FROM assessment a WHERE a.id ="
                        " assessment) || ' ' || area, assessment, area, ladder, wanted_step,"
                        " priority, owner_role, by_day, comment FROM assessment_area",
                        "SELECT assessment, area, ladder, wanted_step, priority, owner_role,"
                        " by_day, comment FROM assessment_area WHERE assessment = ?1 AND area ="
                        " ?2",
                        "INSERT INTO assessment_area (assessment, area, ladder, wanted_step,"
                        " priority, owner_role, by_day, comment) VALUES (?1, ?2, ?3, ?4, ?5, ?6,"
                        " ?7, ?8) ON CONFLICT (assessment, area) DO UPDATE SET ladder ="
                        " excluded.ladder, wanted_step = excluded.wanted_step, priority ="
                        " excluded.priority, owner_role = excluded.owner_role, by_day ="
                        " excluded.by_day, comment = excluded.comment" },
  [ANSWER] = { "SELECT (SELECT a.unit FROM assessment a WHERE a.id = assessment), (SELECT a.role"
               " || ' ' || a.day FROM assessment a WHERE a.id = assessment) || ' ' || statement,"
               " assessment, statement, ladder, answer, evidence FROM answer",
               "SELECT assessment, statement, ladder, answer, evidence FROM answer WHERE"
               " assessment = ?1 AND statement = ?2",
               "INSERT INTO answer (assessment, statement, ladder, answer, evidence) VALUES (?1,"
               " ?2, ?3, ?4, ?5) ON CONFLICT (assessment, statement) DO UPDATE SET ladder ="
               " excluded.ladder, answer = excluded.answer, evidence = excluded.evidence" },
  [FOCUS_AREA] = { "SELECT NULL, coalesce (name_sv, name_en), id, position, side, name_sv,"
                   " name_en, description_sv, description_en, goal FROM focus_area",
                   "SELECT id, position, side, name_sv, name_en, description_sv, description_en,"
                   " goal FROM focus_area WHERE id = ?1",
                   "INSERT INTO focus_area (id, position, side, name_sv, name_en,"
                   " description_sv, description_en, goal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,"
                   " ?8) ON CONFLICT (id) DO UPDATE SET position = excluded.position, side ="
                   " excluded.side, name_sv = excluded.name_sv, name_en = excluded.name_en,"
                   " description_sv = excluded.description_sv, description_en ="
                   " excluded.description_en, goal = excluded.goal" },
  [FOCUS_MEASURE] = { "SELECT unit, name, id, focus_area, name, measure, unit, kind, target,"
                      " good, measured_in FROM focus_measure",
                      "SELECT id, focus_area, name, measure, unit, kind, target, good,"
                      " measured_in FROM focus_measure WHERE id = ?1",
                      "INSERT INTO focus_measure (id, focus_area, name, measure, unit, kind,"
                      " target, good, measured_in) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
                      " ON CONFLICT (id) DO UPDATE SET focus_area = excluded.focus_area, name ="
                      " excluded.name, measure = excluded.measure, unit = excluded.unit, kind ="
                      " excluded.kind, target = excluded.target, good = excluded.good,"
                      " measured_in = excluded.measured_in" },
  [FOCUS_OUTCOME] = { "SELECT (SELECT m.unit FROM focus_measure m WHERE m.id = focus_measure),"
                      " (SELECT m.name FROM focus_measure m WHERE m.id = focus_measure),"
                      " focus_measure, day, value FROM focus_outcome",
                      "SELECT focus_measure, day, value FROM focus_outcome WHERE focus_measure ="
                      " ?1 AND day = ?2",
                      "INSERT INTO focus_outcome (focus_measure, day, value) VALUES (?1, ?2, ?3)"
                      " ON CONFLICT (focus_measure, day) DO UPDATE SET value = excluded.value" },
  [ACTION] = { "SELECT unit, title, id, unit, focus_area, title, description, owner_role, level,"
               " status, side, start_day, due_day, done_day, effect_low, effect_base,"
               " effect_high, assessment, ladder, statement FROM action",
               "SELECT id, unit, focus_area, title, description, owner_role, level, status,"
               " side, start_day, due_day, done_day, effect_low, effect_base, effect_high,"
               " assessment, ladder, statement FROM action WHERE id = ?1",
               "INSERT INTO action (id, unit, focus_area, title, description, owner_role, level,"
               " status, side, start_day, due_day, done_day, effect_low, effect_base,"
               " effect_high, assessment, ladder, statement) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,"
               " ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18) ON CONFLICT (id) DO UPDATE"
               " SET unit = excluded.unit, focus_area = excluded.focus_area, title ="
               " excluded.title, description = excluded.description, owner_role ="
               " excluded.owner_role, level = excluded.level, status = excluded.status, side ="
               " excluded.side, start_day = excluded.start_day, due_day = excluded.due_day,"
               " done_day = excluded.done_day, effect_low = excluded.effect_low, effect_base ="
               " excluded.effect_base, effect_high = excluded.effect_high, assessment ="
               " excluded.assessment, ladder = excluded.ladder, statement = excluded.statement" },
  [DIALOGUE] = { "SELECT unit, kind || ' ' || day, id, unit, kind, day, parties, topics,"
                 " take_aways, follow_up_day, followed_up FROM dialogue",
                 "SELECT id, unit, kind, day, parties, topics, take_aways, follow_up_day,"
                 " followed_up FROM dialogue WHERE id = ?1",
                 "INSERT INTO dialogue (id, unit, kind, day, parties, topics, take_aways,"
                 " follow_up_day, followed_up) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON"
                 " CONFLICT (id) DO UPDATE SET unit = excluded.unit, kind = excluded.kind, day ="
                 " excluded.day, parties = excluded.parties, topics = excluded.topics,"
                 " take_aways = excluded.take_aways, follow_up_day = excluded.follow_up_day,"
                 " followed_up = excluded.followed_up" },
  [DIALOGUE_ACTION] = { "SELECT (SELECT d.unit FROM dialogue d WHERE d.id = dialogue), (SELECT"
                        " d.day FROM dialogue d WHERE d.id = dialogue) || ' ' || (SELECT a.title"
                        " FROM action a WHERE a.id = action), dialogue, action FROM"
                        " dialogue_action",
                        "SELECT dialogue, action FROM dialogue_action WHERE dialogue = ?1 AND"
                        " action = ?2",
                        "INSERT INTO dialogue_action (dialogue, action) VALUES (?1, ?2) ON"
                        " CONFLICT (dialogue, action) DO NOTHING" },
  [SCENARIO] = { "SELECT unit, coalesce (name_sv, name_en), id, unit, ready, name_sv,"
                 " name_en, description_sv, description_en, notice_sv, notice_en,"
                 " care_group, first_year, last_year, target_occupancy, distribution,"
                 " draws, seed, based_on, consumption_change FROM scenario",
                 "SELECT id, unit, ready, name_sv, name_en, description_sv,"
                 " description_en, notice_sv, notice_en, care_group, first_year,"
                 " last_year, target_occupancy, distribution, draws, seed, based_on,"
                 " consumption_change FROM scenario WHERE id = ?1",
                 "INSERT INTO scenario (id, unit, ready, name_sv, name_en,"
                 " description_sv, description_en, notice_sv, notice_en, care_group,"
                 " first_year, last_year, target_occupancy, distribution, draws, seed,"
                 " based_on, consumption_change) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
                 "?11, ?12, ?13, ?14,"
                 " ?15, ?16, ?17, ?18) ON CONFLICT (id) DO UPDATE SET unit = excluded.unit, ready"
                 " = excluded.ready, name_sv = excluded.name_sv, name_en ="
                 " excluded.name_en, description_sv = excluded.description_sv,"
                 " description_en = excluded.description_en, notice_sv ="
                 " excluded.notice_sv, notice_en = excluded.notice_en, care_group ="
                 " excluded.care_group, first_year = excluded.first_year, last_year ="
                 " excluded.last_year, target_occupancy = excluded.target_occupancy,"
                 " distribution = excluded.distribution, draws = excluded.draws, seed ="
                 " excluded.seed, based_on = excluded.based_on, consumption_change ="
                 " excluded.consumption_change" },
  [SCENARIO_YEAR] = { "SELECT (SELECT s.unit FROM scenario s WHERE s.id = scenario),"
                      " (SELECT coalesce (s.name_sv, s.name_en) FROM scenario s WHERE s.id ="
                      " scenario), scenario, side, year, beds, status, source_sv, source_en"
                      " FROM scenario_year",
                      "SELECT scenario, side, year, beds, status, source_sv, source_en FROM"
                      " scenario_year WHERE scenario = ?1 AND side = ?2 AND year = ?3",
                      "INSERT INTO scenario_year (scenario, side, year, beds, status,"
                      " source_sv, source_en) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON"
                      " CONFLICT (scenario, side, year) DO UPDATE SET beds = excluded.beds,"
                      " status = excluded.status, source_sv = excluded.source_sv, source_en"
                      " = excluded.source_en" },
  [LEVER] = { "SELECT (SELECT s.unit FROM scenario s WHERE s.id = scenario),"
              " (SELECT coalesce (s.name_sv, s.name_en) FROM scenario s WHERE s.id ="
              " scenario) || ': ' || coalesce (name_sv, name_en), id, scenario,"
              " position, name_sv, name_en, side, basis, profile, one_off, low,"
              " base, high, influence, probability, bed_days, overlap, start_year,"
              " full_year, yearly_cost, status, source_sv, source_en, focus_area,"
              " action FROM lever",
              "SELECT id, scenario, position, name_sv, name_en, side, basis,"
              " profile, one_off, low, base, high, influence, probability, bed_days,"
              " overlap, start_year, full_year, yearly_cost, status, source_sv,"
              " source_en, focus_area, action FROM lever WHERE id = ?1",
              "INSERT INTO lever (id, scenario, position, name_sv, name_en, side,"
              " basis, profile, one_off, low, base, high, influence, probability,"
              " bed_days, overlap, start_year, full_year, yearly_cost, status,"
              " source_sv, source_en, focus_area, action) VALUES (?1, ?2, ?3, ?4, ?5, ?6,"
              " ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,"
              " ?21, ?22, ?23, ?24) ON CONFLICT (id) DO UPDATE SET scenario ="
              " excluded.scenario, position = excluded.position, name_sv ="
              " excluded.name_sv, name_en = excluded.name_en, side = excluded.side,"
              " basis = excluded.basis, profile = excluded.profile, one_off ="
              " excluded.one_off, low = excluded.low, base = excluded.base, high ="
              " excluded.high, influence = excluded.influence, probability ="
              " excluded.probability, bed_days = excluded.bed_days, overlap ="
              " excluded.overlap, start_year = excluded.start_year, full_year ="
              " excluded.full_year, yearly_cost = excluded.yearly_cost, status ="
              " excluded.status, source_sv = excluded.source_sv, source_en ="
              " excluded.source_en, focus_area = excluded.focus_area, action ="
              " excluded.action" },
  [PLAN] = { "SELECT unit, coalesce (name_sv, name_en), id, unit, care_group, name_sv, name_en,"
             " scenario, decided_day, decided_by FROM plan",
             "SELECT id, unit, care_group, name_sv, name_en, scenario, decided_day, decided_by"
             " FROM plan WHERE unit = ?1 AND care_group = ?2",
             "INSERT INTO plan (id, unit, care_group, name_sv, name_en, scenario, decided_day,"
             " decided_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (unit, care_group)"
             " DO UPDATE SET decided_by = excluded.decided_by" },
  [PLAN_YEAR] = { "SELECT (SELECT p.unit FROM plan p WHERE p.id = plan),"
                  " (SELECT coalesce (p.name_sv, p.name_en) FROM plan p WHERE p.id = plan),"
                  " plan, year, need, capacity FROM plan_year",
                  "SELECT plan, year, need, capacity FROM plan_year WHERE plan = ?1 AND year = ?2",
                  "INSERT INTO plan_year (plan, year, need, capacity) VALUES (?1, ?2, ?3, ?4)" },
  [BREAKDOWN_HOLD] = { "SELECT unit, NULL, unit, care_group, locked, minimum FROM breakdown_hold",
                       "SELECT unit, care_group, locked, minimum FROM breakdown_hold"
                       " WHERE unit = ?1 AND care_group = ?2",
                       "INSERT INTO breakdown_hold (unit, care_group, locked, minimum)"
                       " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (unit, care_group) DO UPDATE SET"
                       " locked = excluded.locked, minimum = excluded.minimum" },
  [POPULATION] = { "SELECT unit, NULL, unit, year, sex, age_from, age_to, inhabitants, kind,"
                   " source, provenance FROM population",
                   "SELECT unit, year, sex, age_from, age_to, inhabitants, kind, source,"
                   " provenance FROM population WHERE unit = ?1 AND year = ?2 AND sex = ?3 AND "
                   "age_from = ?4",
                   "INSERT INTO population (unit, year, sex, age_from, age_to, inhabitants, kind,"
                   " source, provenance) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
                   " ON CONFLICT (unit, year, sex, age_from) DO UPDATE SET"
                   " source = excluded.source" },
  [CARE_USE] = { "SELECT unit, NULL, unit, year, sex, age_from, care_group, age_to, bed_days,"
                 " source, provenance FROM care_use",
                 "SELECT unit, year, sex, age_from, care_group, age_to, bed_days, source,"
                 " provenance FROM care_use WHERE unit = ?1 AND year = ?2 AND sex = ?3 AND "
                 "age_from = ?4"
                 " AND care_group = ?5",
                 "INSERT INTO care_use (unit, year, sex, age_from, care_group, age_to, bed_days,"
                 " source, provenance) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
                 " ON CONFLICT (unit, year, sex, age_from, care_group) DO UPDATE SET"
                 " source = excluded.source" },
  [ACCEPTED_RISK] = { "SELECT unit, NULL, unit, care_type, risk FROM accepted_risk",
                      "SELECT unit, care_type, risk FROM accepted_risk"
                      " WHERE unit = ?1 AND care_type = ?2",
                      "INSERT INTO accepted_risk (unit, care_type, risk) VALUES (?1, ?2, ?3)" },
  [CENSUS_VARIATION] = { "SELECT unit, NULL, unit, care_group, variation FROM census_variation",
                         "SELECT unit, care_group, variation FROM census_variation"
                         " WHERE unit = ?1 AND care_group = ?2",
                         "INSERT INTO census_variation (unit, care_group, variation)"
                         " VALUES (?1, ?2, ?3)" },
  [GAP_LINE] = { "SELECT unit, NULL, unit, care_group, from_year, from_gap, to_year, to_gap"
                 " FROM gap_line",
                 "SELECT unit, care_group, from_year, from_gap, to_year, to_gap FROM gap_line"
                 " WHERE unit = ?1 AND care_group = ?2",
                 "INSERT INTO gap_line (unit, care_group, from_year, from_gap, to_year, to_gap)"
                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6)" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (_vb_exchange_tables) == N_TABLES);

guint
_vb_exchange_get_n_tables (void)
{
  return N_TABLES;
}

const char *
_vb_exchange_get_text (guint table, guint statement)
{
  return texts[table][statement];
}

VbStoreStatement *
_vb_exchange_get_statement (VbStoreConnection *connection,
                            guint table,
                            guint statement,
                            GError **error)
{
  static const VbStoreSql sql = { VB_STORE_EXCHANGE, N_TABLES * VB_EXCHANGE_N_STATEMENTS,
                                  &texts[0][0] };

  return vb_store_statement_get (connection, &sql, table * VB_EXCHANGE_N_STATEMENTS + statement,
                                 error);
}

gboolean
vb_exchange_knows_table (const char *name)
{
  static const char *const others[] = { "unit", "import", "observation", "observation_replaced" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (others[i], name) == 0)
      return TRUE;
  for (guint i = 0; i < N_TABLES; i++)
    if (strcmp (_vb_exchange_tables[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-key-file.h"

#include <glib/gi18n-lib.h>

#include "vb-error.h"
#include "vb-key-reader.h"
#include "vb-number.h"

#define GROUP_LADDER "Ladder"
#define GROUP_SCORING "Scoring"
#define GROUP_STEP "Step "
#define GROUP_AREA "Area "

static const char *const ladder_keys[] = {
  "Id", "Version", "Statements", "Name", "Wording", "Source", "Notice", "Areas", "Steps", NULL,
};
static const char *const scoring_keys[] = { "EveryAtLeast", "ShareYes", NULL };
static const char *const step_keys[] = { "Name", "Description", NULL };
static const char *const area_keys[] = {
  "Name",  "Question", "Help",  "Mandatory", "Step1", "Step2", "Step3",
  "Step4", "Step5",    "Step6", "Step7",     "Step8", "Step9", NULL,
};

G_STATIC_ASSERT (VB_LADDER_MAX_STEPS == 9);

static const VbKeyGroup known[] = {
  { GROUP_LADDER, ladder_keys },
  { GROUP_SCORING, scoring_keys },
  { GROUP_STEP, step_keys },
  { GROUP_AREA, area_keys },
};

static gboolean
read_names (VbKeyReader *self, VbLadder *ladder, GError **error)
{
  g_autofree char *wording_id = vb_key_reader_dup_value (self, GROUP_LADDER, "Wording");
  VbBilingual text = { NULL, NULL };
  VbWording wording;
  gboolean read;

  if (wording_id == NULL || !vb_wording_from_id (wording_id, &wording))
    return vb_key_reader_refuse (self, GROUP_LADDER, "Wording", _ ("own, paraphrase or official"),
                                 wording_id, error);
  vb_ladder_set_wording (ladder, wording);

  read = vb_key_reader_require_text (self, GROUP_LADDER, "Name", &text, error);
  vb_ladder_set_name (ladder, &text);
  read = read && vb_key_reader_require_text (self, GROUP_LADDER, "Source", &text, error);
  vb_ladder_set_source (ladder, &text);
  vb_key_reader_get_text (self, GROUP_LADDER, "Notice", &text);
  vb_ladder_set_notice (ladder, &text);
  vb_bilingual_clear (&text);
  return read;
}

static gboolean
read_rule (VbKeyReader *self, VbLadder *ladder, GError **error)
{
  g_autofree char *answer = vb_key_reader_dup_value (self, GROUP_SCORING, "EveryAtLeast");
  g_autofree char *share = vb_key_reader_dup_value (self, GROUP_SCORING, "ShareYes");
  VbAnswer at_least = vb_ladder_get_at_least (ladder);
  double share_yes = vb_ladder_get_share_yes (ladder);

  if (answer != NULL
      && (!vb_answer_from_id (answer, &at_least) || at_least < VB_ANSWER_PARTLY
          || at_least > VB_ANSWER_YES))
    return vb_key_reader_refuse (self, GROUP_SCORING, "EveryAtLeast", _ ("partly, mostly or yes"),
                                 answer, error);
  if (share != NULL
      && (!vb_number_parse_typed (share, &share_yes) || !(share_yes >= 0 && share_yes <= 1)))
    return vb_key_reader_refuse (self, GROUP_SCORING, "ShareYes", _ ("a number from 0 to 1"), share,
                                 error);
  vb_ladder_set_rule (ladder, at_least, share_yes);
  return TRUE;
}

/* [Step N] stands there for every step of the ladder, and no other. */
static gboolean
read_steps (VbKeyReader *self, VbLadder *ladder, GError **error)
{
  g_auto (GStrv) groups = vb_key_reader_get_groups (self);
  guint n_groups = 0;

  for (guint step = 1; step <= vb_ladder_get_n_steps (ladder); step++)
    {
      g_autofree char *group = g_strdup_printf (GROUP_STEP "%u", step);
      VbBilingual name = { NULL, NULL };
      VbBilingual description = { NULL, NULL };
      gboolean read = vb_key_reader_require_text (self, group, "Name", &name, error);

      vb_key_reader_get_text (self, group, "Description", &description);
      vb_ladder_set_step (ladder, step, &name, &description);
      vb_bilingual_clear (&name);
      vb_bilingual_clear (&description);
      if (!read)
        return FALSE;
    }

  for (guint i = 0; groups[i] != NULL; i++)
    n_groups += g_str_has_prefix (groups[i], GROUP_STEP);
  if (n_groups != vb_ladder_get_n_steps (ladder))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("%s: expected %u groups [Step …], one for each step, found %u"),
                   vb_key_reader_get_name (self), vb_ladder_get_n_steps (ladder), n_groups);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_mandatory (VbKeyReader *self, const char *group, VbLadderArea *area, GError **error)
{
  gboolean mandatory = vb_ladder_area_get_mandatory (area);

  if (!vb_key_reader_get_boolean (self, group, "Mandatory", &mandatory, error))
    return FALSE;
  vb_ladder_area_set_mandatory (area, mandatory);
  return TRUE;
}

static gboolean
read_area (VbKeyReader *self, VbLadder *ladder, const char *id, GError **error)
{
  g_autofree char *group = g_strconcat (GROUP_AREA, id, NULL);
  g_autoptr (VbLadderArea) area = NULL;
  VbBilingual text = { NULL, NULL };

  if (!vb_key_reader_require_text (self, group, "Name", &text, error))
    return FALSE;
  area = vb_ladder_area_new (id, &text);
  vb_key_reader_get_text (self, group, "Question", &text);
  vb_ladder_area_set_question (area, &text);
  vb_key_reader_get_text (self, group, "Help", &text);
  vb_ladder_area_set_help (area, &text);
  for (guint step = 1; step <= vb_ladder_get_n_steps (ladder); step++)
    {
      g_autofree char *key = g_strdup_printf ("Step%u", step);

      vb_key_reader_get_text (self, group, key, &text);
      vb_ladder_area_set_step_text (area, step, &text);
    }
  vb_bilingual_clear (&text);
  vb_ladder_add_area (ladder, area);
  return read_mandatory (self, group, area, error);
}

/* The areas that [Ladder] lists, each with its group, and no other. */
static gboolean
read_areas (VbKeyReader *self, VbLadder *ladder, GError **error)
{
  g_auto (GStrv) ids = vb_key_reader_dup_list (self, GROUP_LADDER, "Areas");
  g_auto (GStrv) groups = vb_key_reader_get_groups (self);

  if (ids == NULL || ids[0] == NULL)
    return vb_key_reader_refuse (self, GROUP_LADDER, "Areas",
                                 _ ("the ids of the areas, parted by “;”"), NULL, error);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (*g_strstrip (ids[i]) == '\0' || vb_ladder_find_area (ladder, ids[i]) != NULL)
        return vb_key_reader_refuse (self, GROUP_LADDER, "Areas", _ ("each area once"), ids[i],
                                     error);
      if (!read_area (self, ladder, ids[i], error))
        return FALSE;
    }
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], GROUP_AREA)
        && vb_ladder_find_area (ladder, groups[i] + strlen (GROUP_AREA)) == NULL)
      {
        g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                     _ ("%s: expected only areas that the key “Areas” lists, found [%s]"),
                     vb_key_reader_get_name (self), groups[i]);
        return FALSE;
      }
  return TRUE;
}

/* In the key file's own folder and nowhere else: a ladder that somebody sends is not to name any
 * file of the receiver's. */
static GFile *
get_statements_file (VbKeyReader *self, GFile *file, GError **error)
{
  g_autofree char *name = vb_key_reader_dup_value (self, GROUP_LADDER, "Statements");
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (name == NULL || strchr (".-", *name) != NULL || strpbrk (name, "/\\") != NULL
      || folder == NULL)
    {
      vb_key_reader_refuse (self, GROUP_LADDER, "Statements",
                            _ ("the name of a file in the same folder"), name, error);
      return NULL;
    }
  return g_file_get_child (folder, name);
}

static VbLadder *
make_ladder (VbKeyReader *self, GError **error)
{
  g_autoptr (VbLadder) ladder = NULL;
  g_autofree char *id = NULL;
  g_autofree char *version = NULL;
  guint n_steps = 0;

  id = vb_key_reader_require_id (self, GROUP_LADDER, "Id", error);
  if (id == NULL)
    return NULL;
  version = vb_key_reader_require_id (self, GROUP_LADDER, "Version", error);
  if (version == NULL
      || !vb_key_reader_require_whole (self, GROUP_LADDER, "Steps", 2, VB_LADDER_MAX_STEPS,
                                       &n_steps, error))
    return NULL;

  ladder = vb_ladder_new (id, version, n_steps);
  if (!read_names (self, ladder, error) || !read_rule (self, ladder, error)
      || !read_steps (self, ladder, error) || !read_areas (self, ladder, error))
    return NULL;
  return g_steal_pointer (&ladder);
}

VbLadder *
vb_ladder_key_file_read (GFile *file, GFile **statements, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbKeyReader) self = vb_key_reader_open (file, cancellable, error);
  g_autoptr (VbLadder) ladder = NULL;

  if (self == NULL || !vb_key_reader_check (self, known, G_N_ELEMENTS (known), error))
    return NULL;
  ladder = make_ladder (self, error);
  if (ladder == NULL)
    return NULL;
  *statements = get_statements_file (self, file, error);
  if (*statements == NULL)
    return NULL;
  return g_steal_pointer (&ladder);
}

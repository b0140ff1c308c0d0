/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-key-file.h"

#include <glib/gi18n-lib.h>

#include "vb-byte-source.h"
#include "vb-error.h"
#include "vb-number.h"

#define MAX_SIZE (1024 * 1024)

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

typedef struct
{
  const char *name; /* of the file, for messages */
  GKeyFile *keys;
} VbLadderKeyFile;

static void
vb_ladder_key_file_clear (VbLadderKeyFile *self)
{
  g_clear_pointer (&self->keys, g_key_file_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VbLadderKeyFile, vb_ladder_key_file_clear)

/* @found NULL = nothing. Returns FALSE. */
static gboolean
refuse (VbLadderKeyFile *self,
        const char *group,
        const char *key,
        const char *expected,
        const char *found,
        GError **error)
{
  g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
               _ ("%s, group [%s], key “%s”: expected %s, found “%s”"), self->name, group, key,
               expected, found != NULL ? found : "");
  return FALSE;
}

/* The untranslated value without white space at its ends; NULL where there is none. */
static char *
dup_value (VbLadderKeyFile *self, const char *group, const char *key)
{
  char *value = g_key_file_get_string (self->keys, group, key, NULL);

  return value != NULL ? g_strstrip (value) : NULL;
}

static void
get_text (VbLadderKeyFile *self, const char *group, const char *key, VbBilingual *text)
{
  g_autofree char *swedish_key = g_strconcat (key, "[sv]", NULL);
  g_autofree char *sv = dup_value (self, group, swedish_key);
  g_autofree char *en = dup_value (self, group, key);

  vb_bilingual_set (text, sv, en);
}

static gboolean
require_text (
    VbLadderKeyFile *self, const char *group, const char *key, VbBilingual *text, GError **error)
{
  get_text (self, group, key, text);
  if (vb_bilingual_is_empty (text))
    return refuse (self, group, key, _ ("a text"), NULL, error);
  return TRUE;
}

static char *
require_id (VbLadderKeyFile *self, const char *group, const char *key, GError **error)
{
  g_autofree char *id = dup_value (self, group, key);

  if (!vb_ladder_id_is_valid (id))
    {
      refuse (self, group, key, _ ("an id of letters a–z, digits, “.”, “_” and “-”"), id, error);
      return NULL;
    }
  return g_steal_pointer (&id);
}

/* A misspelt key would otherwise be a key that is silently not there. */
static gboolean
check_group (VbLadderKeyFile *self, const char *group, const char *const *known, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (self->keys, group, NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *key = g_strndup (keys[i], strcspn (keys[i], "["));
      g_autofree char *expected = NULL;
      g_autofree char *list = NULL;

      if (g_strv_contains (known, key))
        continue;
      list = g_strjoinv (", ", (GStrv) known);
      expected = g_strdup_printf (_ ("one of the keys %s"), list);
      return refuse (self, group, key, expected, key, error);
    }
  return TRUE;
}

static gboolean
check_groups (VbLadderKeyFile *self, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->keys, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      const char *const *known = NULL;

      if (g_str_equal (groups[i], GROUP_LADDER))
        known = ladder_keys;
      else if (g_str_equal (groups[i], GROUP_SCORING))
        known = scoring_keys;
      else if (g_str_has_prefix (groups[i], GROUP_STEP))
        known = step_keys;
      else if (g_str_has_prefix (groups[i], GROUP_AREA))
        known = area_keys;
      else
        {
          g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                       _ ("%s: expected the groups [Ladder], [Scoring], [Step …] and [Area …], "
                          "found [%s]"),
                       self->name, groups[i]);
          return FALSE;
        }
      if (!check_group (self, groups[i], known, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
get_n_steps (VbLadderKeyFile *self, guint *n_steps, GError **error)
{
  g_autofree char *value = dup_value (self, GROUP_LADDER, "Steps");
  g_autofree char *expected = NULL;
  guint64 number;

  if (value != NULL
      && g_ascii_string_to_unsigned (value, 10, 2, VB_LADDER_MAX_STEPS, &number, NULL))
    {
      *n_steps = (guint) number;
      return TRUE;
    }
  expected = g_strdup_printf (_ ("a number from %d to %d"), 2, VB_LADDER_MAX_STEPS);
  return refuse (self, GROUP_LADDER, "Steps", expected, value, error);
}

static gboolean
read_names (VbLadderKeyFile *self, VbLadder *ladder, GError **error)
{
  g_autofree char *wording_id = dup_value (self, GROUP_LADDER, "Wording");
  VbBilingual text = { NULL, NULL };
  VbWording wording;
  gboolean read;

  if (wording_id == NULL || !vb_wording_from_id (wording_id, &wording))
    return refuse (self, GROUP_LADDER, "Wording", _ ("own, paraphrase or official"), wording_id,
                   error);
  vb_ladder_set_wording (ladder, wording);

  read = require_text (self, GROUP_LADDER, "Name", &text, error);
  vb_ladder_set_name (ladder, &text);
  read = read && require_text (self, GROUP_LADDER, "Source", &text, error);
  vb_ladder_set_source (ladder, &text);
  get_text (self, GROUP_LADDER, "Notice", &text);
  vb_ladder_set_notice (ladder, &text);
  vb_bilingual_clear (&text);
  return read;
}

static gboolean
read_rule (VbLadderKeyFile *self, VbLadder *ladder, GError **error)
{
  g_autofree char *answer = dup_value (self, GROUP_SCORING, "EveryAtLeast");
  g_autofree char *share = dup_value (self, GROUP_SCORING, "ShareYes");
  VbAnswer at_least = vb_ladder_get_at_least (ladder);
  double share_yes = vb_ladder_get_share_yes (ladder);

  if (answer != NULL
      && (!vb_answer_from_id (answer, &at_least) || at_least < VB_ANSWER_PARTLY
          || at_least > VB_ANSWER_YES))
    return refuse (self, GROUP_SCORING, "EveryAtLeast", _ ("partly, mostly or yes"), answer, error);
  if (share != NULL
      && (!vb_number_parse_typed (share, &share_yes) || !(share_yes >= 0 && share_yes <= 1)))
    return refuse (self, GROUP_SCORING, "ShareYes", _ ("a number from 0 to 1"), share, error);
  vb_ladder_set_rule (ladder, at_least, share_yes);
  return TRUE;
}

/* [Step N] stands there for every step of the ladder, and no other. */
static gboolean
read_steps (VbLadderKeyFile *self, VbLadder *ladder, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->keys, NULL);
  guint n_groups = 0;

  for (guint step = 1; step <= vb_ladder_get_n_steps (ladder); step++)
    {
      g_autofree char *group = g_strdup_printf (GROUP_STEP "%u", step);
      VbBilingual name = { NULL, NULL };
      VbBilingual description = { NULL, NULL };
      gboolean read = require_text (self, group, "Name", &name, error);

      get_text (self, group, "Description", &description);
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
                   _ ("%s: expected %u groups [Step …], one for each step, found %u"), self->name,
                   vb_ladder_get_n_steps (ladder), n_groups);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_mandatory (VbLadderKeyFile *self, const char *group, VbLadderArea *area, GError **error)
{
  g_autofree char *value = dup_value (self, group, "Mandatory");

  if (value == NULL)
    return TRUE;
  if (!g_str_equal (value, "true") && !g_str_equal (value, "false"))
    return refuse (self, group, "Mandatory", _ ("true or false"), value, error);
  vb_ladder_area_set_mandatory (area, g_str_equal (value, "true"));
  return TRUE;
}

static gboolean
read_area (VbLadderKeyFile *self, VbLadder *ladder, const char *id, GError **error)
{
  g_autofree char *group = g_strconcat (GROUP_AREA, id, NULL);
  g_autoptr (VbLadderArea) area = NULL;
  VbBilingual text = { NULL, NULL };

  if (!require_text (self, group, "Name", &text, error))
    return FALSE;
  area = vb_ladder_area_new (id, &text);
  get_text (self, group, "Question", &text);
  vb_ladder_area_set_question (area, &text);
  get_text (self, group, "Help", &text);
  vb_ladder_area_set_help (area, &text);
  for (guint step = 1; step <= vb_ladder_get_n_steps (ladder); step++)
    {
      g_autofree char *key = g_strdup_printf ("Step%u", step);

      get_text (self, group, key, &text);
      vb_ladder_area_set_step_text (area, step, &text);
    }
  vb_bilingual_clear (&text);
  vb_ladder_add_area (ladder, area);
  return read_mandatory (self, group, area, error);
}

/* The areas that [Ladder] lists, each with its group, and no other. */
static gboolean
read_areas (VbLadderKeyFile *self, VbLadder *ladder, GError **error)
{
  g_auto (GStrv) ids = g_key_file_get_string_list (self->keys, GROUP_LADDER, "Areas", NULL, NULL);
  g_auto (GStrv) groups = g_key_file_get_groups (self->keys, NULL);

  if (ids == NULL || ids[0] == NULL)
    return refuse (self, GROUP_LADDER, "Areas", _ ("the ids of the areas, parted by “;”"), NULL,
                   error);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (*g_strstrip (ids[i]) == '\0' || vb_ladder_find_area (ladder, ids[i]) != NULL)
        return refuse (self, GROUP_LADDER, "Areas", _ ("each area once"), ids[i], error);
      if (!read_area (self, ladder, ids[i], error))
        return FALSE;
    }
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], GROUP_AREA)
        && vb_ladder_find_area (ladder, groups[i] + strlen (GROUP_AREA)) == NULL)
      {
        g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                     _ ("%s: expected only areas that the key “Areas” lists, found [%s]"),
                     self->name, groups[i]);
        return FALSE;
      }
  return TRUE;
}

/* In the key file's own folder and nowhere else: a ladder that somebody sends is not to name any
 * file of the receiver's. */
static GFile *
get_statements_file (VbLadderKeyFile *self, GFile *file, GError **error)
{
  g_autofree char *name = dup_value (self, GROUP_LADDER, "Statements");
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (name == NULL || strchr (".-", *name) != NULL || strpbrk (name, "/\\") != NULL
      || folder == NULL)
    {
      refuse (self, GROUP_LADDER, "Statements", _ ("the name of a file in the same folder"), name,
              error);
      return NULL;
    }
  return g_file_get_child (folder, name);
}

/* The bytes of @source, without the mark that some editors begin UTF-8 with. */
static char *
read_all (VbByteSource *source, gsize *size, GError **error)
{
  goffset total = vb_byte_source_get_size (source);
  g_autofree char *text = NULL;
  gsize n = 0;

  if (total > MAX_SIZE)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("%s: expected at most %d kilobytes, found more"),
                   vb_byte_source_get_name (source), MAX_SIZE / 1024);
      return NULL;
    }
  text = g_malloc0 ((gsize) total + 1);
  while (n < (gsize) total)
    {
      gssize got = vb_byte_source_read_at (source, text + n, (gsize) total - n, (goffset) n, error);

      if (got < 0)
        return NULL;
      if (got == 0)
        break;
      n += (gsize) got;
    }
  if (n >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      n -= 3;
      memmove (text, text + 3, n);
    }
  *size = n;
  return g_steal_pointer (&text);
}

static gboolean
load (VbLadderKeyFile *self, VbByteSource *source, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *text = NULL;
  gsize size;

  text = read_all (source, &size, error);
  if (text == NULL)
    return FALSE;
  /* Of the file's parts, GKeyFile looks at the values only. */
  if (!g_utf8_validate (text, (gssize) size, NULL))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("%s: expected a text in UTF-8, found something else"), self->name);
      return FALSE;
    }
  if (!g_key_file_load_from_data (self->keys, text, size, G_KEY_FILE_KEEP_TRANSLATIONS, &local))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, "%s: %s", self->name, local->message);
      return FALSE;
    }
  return TRUE;
}

static VbLadder *
make_ladder (VbLadderKeyFile *self, GError **error)
{
  g_autoptr (VbLadder) ladder = NULL;
  g_autofree char *id = NULL;
  g_autofree char *version = NULL;
  guint n_steps;

  id = require_id (self, GROUP_LADDER, "Id", error);
  if (id == NULL)
    return NULL;
  version = require_id (self, GROUP_LADDER, "Version", error);
  if (version == NULL || !get_n_steps (self, &n_steps, error))
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
  g_autoptr (VbByteSource) source = vb_byte_source_new (file, cancellable, error);
  g_auto (VbLadderKeyFile) self = { NULL };
  g_autoptr (VbLadder) ladder = NULL;

  if (source == NULL)
    return NULL;
  self.name = vb_byte_source_get_name (source);
  self.keys = g_key_file_new ();
  if (!load (&self, source, error) || !check_groups (&self, error))
    return NULL;
  ladder = make_ladder (&self, error);
  if (ladder == NULL)
    return NULL;
  *statements = get_statements_file (&self, file, error);
  if (*statements == NULL)
    return NULL;
  return g_steal_pointer (&ladder);
}

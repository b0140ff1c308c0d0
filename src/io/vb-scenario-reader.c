/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-scenario-reader.h"

#include <glib/gi18n-lib.h>

#include "vb-error.h"
#include "vb-key-reader.h"
#include "vb-scenario-resources.h"

#define RESOURCES "resource:///se/vardbalans/Vardbalans/scenarios/"

#define GROUP_SCENARIO "Scenario"
#define GROUP_FIGURE "Figure "
#define GROUP_LEVER "Lever "

#define MIN_YEAR 1900
#define MAX_YEAR 2200
#define MAX_OVERLAP 1000
#define N_FOCUS_AREAS 5

static const char *const shipped[] = {
  "national-2024.scenario", "need-does-not-fall.scenario", "present-pace.scenario",
  "fall-injuries.scenario", "discharge-ready.scenario",
};

static const char *const scenario_keys[] = {
  "Id",        "Name",     "Description",     "Notice", "CareGroup",
  "FirstYear", "LastYear", "TargetOccupancy", "Levers", NULL,
};
static const char *const figure_keys[] = { "Name", "Value", "Status", "Source", "Levers", NULL };
static const char *const lever_keys[] = {
  "Name",        "Side",       "FocusArea", "Basis",  "Low",  "Base",    "High",
  "Influence",   "BedDays",    "Overlap",   "Start",  "Full", "Profile", "OneOff",
  "Probability", "YearlyCost", "Status",    "Source", NULL,
};

static const VbKeyGroup known[] = {
  { GROUP_SCENARIO, scenario_keys },
  { GROUP_FIGURE, figure_keys },
  { GROUP_LEVER, lever_keys },
};

static gboolean
read_year (VbKeyReader *self, const char *group, const char *key, gint16 *out, GError **error)
{
  guint year = 0;

  if (!vb_key_reader_require_whole (self, group, key, MIN_YEAR, MAX_YEAR, &year, error))
    return FALSE;
  *out = (gint16) year;
  return TRUE;
}

static gboolean
require_number (VbKeyReader *self, const char *group, const char *key, double *out, GError **error)
{
  *out = NAN;
  if (!vb_key_reader_get_number (self, group, key, out, error))
    return FALSE;
  return !isnan (*out) || vb_key_reader_refuse (self, group, key, _ ("a number"), NULL, error);
}

static gboolean
read_status (VbKeyReader *self, const char *group, VbFigureStatus *status, GError **error)
{
  g_autofree char *value = vb_key_reader_dup_value (self, group, "Status");

  return (value != NULL && vb_figure_status_from_id (value, status))
         || vb_key_reader_refuse (self, group, "Status", _ ("official, derived or own"), value,
                                  error);
}

/* ---- figures --------------------------------------------------------------------------------- */

static gboolean
fill_figure (VbKeyReader *self, const char *group, VbReadyFigure *figure, GError **error)
{
  figure->id = (char *) group + strlen (GROUP_FIGURE);
  figure->levers = vb_key_reader_dup_list (self, group, "Levers");
  if (figure->levers != NULL && figure->levers[0] == NULL)
    g_clear_pointer (&figure->levers, g_strfreev);
  return vb_key_reader_require_text (self, group, "Name", &figure->name, error)
         && vb_key_reader_require_text (self, group, "Source", &figure->source, error)
         && require_number (self, group, "Value", &figure->value, error)
         && read_status (self, group, &figure->status, error);
}

static gboolean
read_figures (VbKeyReader *self, VbReadyScenario *scenario, GError **error)
{
  g_auto (GStrv) groups = vb_key_reader_get_groups (self);
  gboolean read = TRUE;

  for (guint i = 0; read && groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], GROUP_FIGURE))
      {
        VbReadyFigure figure = { NULL };

        read = fill_figure (self, groups[i], &figure, error);
        if (read)
          vb_ready_scenario_add_figure (scenario, &figure);
        vb_bilingual_clear (&figure.name);
        vb_bilingual_clear (&figure.source);
        g_strfreev (figure.levers);
      }
  return read;
}

/* ---- levers ---------------------------------------------------------------------------------- */

/* The keys that are words of a list. */
static gboolean
read_words (VbKeyReader *self, const char *group, VbLeverFigures *figures, GError **error)
{
  g_autofree char *side_id = vb_key_reader_dup_value (self, group, "Side");
  g_autofree char *basis_id = vb_key_reader_dup_value (self, group, "Basis");
  g_autofree char *profile_id = vb_key_reader_dup_value (self, group, "Profile");
  VbLeverBasis basis = VB_LEVER_BASIS_BEDS;
  VbLeverProfile profile = VB_LEVER_PROFILE_LINEAR;
  VbBalanceSide side;

  if (side_id == NULL || !vb_balance_side_from_id (side_id, &side))
    return vb_key_reader_refuse (self, group, "Side", _ ("need or capacity"), side_id, error);
  if (basis_id != NULL && !vb_lever_basis_from_id (basis_id, &basis))
    return vb_key_reader_refuse (self, group, "Basis", _ ("beds or share"), basis_id, error);
  if (profile_id != NULL && !vb_lever_profile_from_id (profile_id, &profile))
    return vb_key_reader_refuse (self, group, "Profile",
                                 _ ("step, linear, s-curve or front-loaded"), profile_id, error);
  figures->side = (guint8) side;
  figures->basis = (guint8) basis;
  figures->profile = (guint8) profile;
  return TRUE;
}

static gboolean
read_sizes (VbKeyReader *self, const char *group, VbLeverFigures *figures, GError **error)
{
  if (!require_number (self, group, "Base", &figures->base, error))
    return FALSE;
  /* A size that nothing more is said of is certain. */
  figures->low = figures->high = figures->base;
  return vb_key_reader_get_number (self, group, "Low", &figures->low, error)
         && vb_key_reader_get_number (self, group, "High", &figures->high, error)
         && vb_key_reader_get_number (self, group, "Influence", &figures->influence, error)
         && vb_key_reader_get_number (self, group, "Probability", &figures->probability, error)
         && vb_key_reader_get_number (self, group, "BedDays", &figures->bed_days, error)
         && vb_key_reader_get_number (self, group, "YearlyCost", &figures->yearly_cost, error);
}

static gboolean
fill_lever (VbKeyReader *self, const char *group, VbReadyLever *lever, GError **error)
{
  VbLeverFigures *figures = &lever->figures;

  return vb_key_reader_require_text (self, group, "Name", &lever->name, error)
         && vb_key_reader_require_text (self, group, "Source", &lever->source, error)
         && read_words (self, group, figures, error) && read_sizes (self, group, figures, error)
         && vb_key_reader_get_boolean (self, group, "OneOff", &figures->one_off, error)
         && vb_key_reader_get_whole (self, group, "Overlap", 0, MAX_OVERLAP, &figures->overlap,
                                     error)
         && vb_key_reader_get_whole (self, group, "FocusArea", 1, N_FOCUS_AREAS, &lever->focus_area,
                                     error)
         && read_year (self, group, "Start", &figures->start, error)
         && read_year (self, group, "Full", &figures->full, error)
         && read_status (self, group, &lever->status, error);
}

static gboolean
read_lever (VbKeyReader *self, VbReadyScenario *scenario, char *id, GError **error)
{
  g_autofree char *group = g_strconcat (GROUP_LEVER, id, NULL);
  VbReadyLever lever = { .id = id, .figures = VB_LEVER_FIGURES_INIT };
  gboolean read = fill_lever (self, group, &lever, error);

  if (read)
    vb_ready_scenario_add_lever (scenario, &lever);
  vb_bilingual_clear (&lever.name);
  vb_bilingual_clear (&lever.source);
  return read;
}

/* The levers that [Scenario] lists, each with its group, and no other. */
static gboolean
read_levers (VbKeyReader *self, VbReadyScenario *scenario, GError **error)
{
  g_auto (GStrv) ids = vb_key_reader_dup_list (self, GROUP_SCENARIO, "Levers");
  g_auto (GStrv) groups = vb_key_reader_get_groups (self);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (*g_strstrip (ids[i]) == '\0' || vb_ready_scenario_find_lever (scenario, ids[i]) != NULL)
        return vb_key_reader_refuse (self, GROUP_SCENARIO, "Levers", _ ("each lever once"), ids[i],
                                     error);
      if (!read_lever (self, scenario, ids[i], error))
        return FALSE;
    }
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], GROUP_LEVER)
        && vb_ready_scenario_find_lever (scenario, groups[i] + strlen (GROUP_LEVER)) == NULL)
      {
        g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                     _ ("%s: expected only levers that the key “Levers” lists, found [%s]"),
                     vb_key_reader_get_name (self), groups[i]);
        return FALSE;
      }
  return TRUE;
}

/* ---- the scenario ---------------------------------------------------------------------------- */

static gboolean
read_texts (VbKeyReader *self, VbReadyScenario *scenario, GError **error)
{
  VbBilingual text = { NULL, NULL };
  gboolean read = vb_key_reader_require_text (self, GROUP_SCENARIO, "Name", &text, error);

  vb_ready_scenario_set_name (scenario, &text);
  read = read && vb_key_reader_require_text (self, GROUP_SCENARIO, "Description", &text, error);
  vb_ready_scenario_set_description (scenario, &text);
  vb_key_reader_get_text (self, GROUP_SCENARIO, "Notice", &text);
  vb_ready_scenario_set_notice (scenario, &text);
  vb_bilingual_clear (&text);
  return read;
}

static gboolean
read_target (VbKeyReader *self, VbReadyScenario *scenario, GError **error)
{
  double target = vb_ready_scenario_get_target_occupancy (scenario);

  if (!vb_key_reader_get_number (self, GROUP_SCENARIO, "TargetOccupancy", &target, error))
    return FALSE;
  if (!(target > 0 && target <= 1))
    {
      g_autofree char *value = vb_key_reader_dup_value (self, GROUP_SCENARIO, "TargetOccupancy");

      return vb_key_reader_refuse (self, GROUP_SCENARIO, "TargetOccupancy",
                                   _ ("a number above 0 and not above 1"), value, error);
    }
  vb_ready_scenario_set_target_occupancy (scenario, target);
  return TRUE;
}

static VbReadyScenario *
make_scenario (VbKeyReader *self, GError **error)
{
  g_autofree char *id = vb_key_reader_require_id (self, GROUP_SCENARIO, "Id", error);
  g_autofree char *group_id = vb_key_reader_dup_value (self, GROUP_SCENARIO, "CareGroup");
  VbCareGroup group = VB_CARE_GROUP_NONE;
  gint16 first = 0;
  gint16 last = 0;

  if (id == NULL)
    return NULL;
  if (group_id == NULL || !vb_care_group_from_id (group_id, &group) || group == VB_CARE_GROUP_NONE)
    {
      vb_key_reader_refuse (self, GROUP_SCENARIO, "CareGroup", _ ("somatic, icu or psychiatric"),
                            group_id, error);
      return NULL;
    }
  if (!read_year (self, GROUP_SCENARIO, "FirstYear", &first, error)
      || !read_year (self, GROUP_SCENARIO, "LastYear", &last, error))
    return NULL;
  if (last < first)
    {
      g_autofree char *value = vb_key_reader_dup_value (self, GROUP_SCENARIO, "LastYear");

      vb_key_reader_refuse (self, GROUP_SCENARIO, "LastYear",
                            _ ("a year not before the first year"), value, error);
      return NULL;
    }
  return vb_ready_scenario_new (id, group, first, last);
}

VbReadyScenario *
vb_scenario_reader_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbKeyReader) self = NULL;
  g_autoptr (VbReadyScenario) scenario = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = vb_key_reader_open (file, cancellable, error);
  if (self == NULL || !vb_key_reader_check (self, known, G_N_ELEMENTS (known), error))
    return NULL;
  scenario = make_scenario (self, error);
  if (scenario == NULL || !read_texts (self, scenario, error)
      || !read_target (self, scenario, error) || !read_figures (self, scenario, error)
      || !read_levers (self, scenario, error))
    return NULL;
  if (!vb_ready_scenario_validate (scenario, &local))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, "%s: %s", vb_key_reader_get_name (self),
                   local->message);
      return NULL;
    }
  return g_steal_pointer (&scenario);
}

static VbReadyScenario *
read_resource (const char *name, GError **error)
{
  g_autofree char *uri = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  /* Makes the linker keep the resource. */
  vb_scenario_get_resource ();

  return vb_scenario_reader_read (file, NULL, error);
}

VbReadyScenario *
vb_scenario_reader_read_catalogue (GError **error)
{
  return read_resource ("lever-catalogue.scenario", error);
}

GPtrArray *
vb_scenario_reader_read_shipped (GError **error)
{
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      VbReadyScenario *scenario = read_resource (shipped[i], error);

      if (scenario == NULL)
        return NULL;
      g_ptr_array_add (scenarios, scenario);
    }
  return g_steal_pointer (&scenarios);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-session.h"

#include "vb-document-scenarios.h"

#define YEARS_BEYOND_DATA 5 /* how far a plan looks either way */

struct _VbSession
{
  GObject parent_instance;

  VbDocument *document;
  VbUnit *unit;
  VbPeriod period;
  gboolean period_chosen; /* by the user: new data do not move it */
  VbCareGroup care_group;
  VbScenario *scenario;
};

typedef enum
{
  PROP_DOCUMENT = 1,
  PROP_UNIT,
  PROP_GRAIN,
  PROP_PERIOD_START,
  PROP_CARE_GROUP,
  PROP_SCENARIO,
  N_PROPS,
} VbSessionProperty;

enum
{
  PERIOD_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VbSession, vb_session, G_TYPE_OBJECT)

static void
take_period (VbSession *self, VbPeriod period)
{
  gboolean grain_changed = self->period.grain != period.grain;
  gboolean start_changed = self->period.start != period.start;

  if (!grain_changed && !start_changed)
    return;

  self->period = period;
  if (grain_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GRAIN]);
  if (start_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERIOD_START]);
  g_signal_emit (self, signals[PERIOD_CHANGED], 0);
}

/* The latest period with data, of the coarsest grain stored that is not finer than a month. */
static void
show_latest_period (VbSession *self)
{
  guint grains = vb_document_get_grains (self->document);
  VbGrain grain = VB_GRAIN_YEAR;

  while (grain > VB_GRAIN_MONTH && (grains & (1u << grain)) == 0)
    grain--;
  take_period (self, vb_period_containing (grain, vb_document_get_now (self->document) - 1));
}

static void
show_some_unit (VbSession *self)
{
  GListModel *roots = vb_document_get_roots (self->document);
  g_autoptr (VbUnit) first = g_list_model_get_item (roots, 0);

  vb_session_set_unit (self, first);
}

static void
on_units_changed (VbSession *self)
{
  /* A unit that was taken back with its import leaves the screen too. */
  if (self->unit == NULL
      || vb_document_get_unit (self->document, vb_unit_get_id (self->unit)) != self->unit)
    show_some_unit (self);
}

static void
on_scenarios_changed (VbSession *self)
{
  if (self->scenario != NULL
      && vb_document_get_scenario (self->document, vb_scenario_get_id (self->scenario))
             != self->scenario)
    vb_session_set_scenario (self, NULL);
}

static void
on_observations_changed (VbSession *self)
{
  if (!self->period_chosen)
    show_latest_period (self);
}

static void
vb_session_constructed (GObject *object)
{
  VbSession *self = VB_SESSION (object);

  G_OBJECT_CLASS (vb_session_parent_class)->constructed (object);

  g_signal_connect_object (self->document, "units-changed", G_CALLBACK (on_units_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "observations-changed",
                           G_CALLBACK (on_observations_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "scenarios-changed", G_CALLBACK (on_scenarios_changed),
                           self, G_CONNECT_SWAPPED);
  show_some_unit (self);
  show_latest_period (self);
}

static void
vb_session_dispose (GObject *object)
{
  VbSession *self = VB_SESSION (object);

  g_clear_object (&self->scenario);
  g_clear_object (&self->unit);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vb_session_parent_class)->dispose (object);
}

static void
vb_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbSession *self = VB_SESSION (object);

  switch ((VbSessionProperty) prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_UNIT:
      g_value_set_object (value, self->unit);
      break;
    case PROP_GRAIN:
      g_value_set_int (value, (int) self->period.grain);
      break;
    case PROP_PERIOD_START:
      g_value_set_int (value, self->period.start);
      break;
    case PROP_CARE_GROUP:
      g_value_set_int (value, (int) self->care_group);
      break;
    case PROP_SCENARIO:
      g_value_set_object (value, self->scenario);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VbSession *self = VB_SESSION (object);

  switch ((VbSessionProperty) prop_id)
    {
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    case PROP_UNIT:
      vb_session_set_unit (self, g_value_get_object (value));
      break;
    case PROP_CARE_GROUP:
      vb_session_set_care_group (self, (VbCareGroup) g_value_get_int (value));
      break;
    case PROP_SCENARIO:
      vb_session_set_scenario (self, g_value_get_object (value));
      break;
    case PROP_GRAIN:
    case PROP_PERIOD_START:
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_session_class_init (VbSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = vb_session_constructed;
  object_class->dispose = vb_session_dispose;
  object_class->get_property = vb_session_get_property;
  object_class->set_property = vb_session_set_property;

  properties[PROP_DOCUMENT] =
      g_param_spec_object ("document", NULL, NULL, VB_TYPE_DOCUMENT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNIT] =
      g_param_spec_object ("unit", NULL, NULL, VB_TYPE_UNIT,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_GRAIN] = g_param_spec_int ("grain", NULL, NULL, 0, VB_N_GRAINS - 1, VB_GRAIN_DAY,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PERIOD_START] =
      g_param_spec_int ("period-start", NULL, NULL, 0, G_MAXINT, VB_DAY_NONE,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CARE_GROUP] =
      g_param_spec_int ("care-group", NULL, NULL, 0, VB_N_CARE_GROUPS - 1, VB_CARE_GROUP_NONE,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCENARIO] =
      g_param_spec_object ("scenario", NULL, NULL, VB_TYPE_SCENARIO,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PERIOD_CHANGED] = g_signal_new ("period-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vb_session_init (VbSession *self)
{
}

VbSession *
vb_session_new (VbDocument *document)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);

  return g_object_new (VB_TYPE_SESSION, "document", document, NULL);
}

VbDocument *
vb_session_get_document (VbSession *self)
{
  g_return_val_if_fail (VB_IS_SESSION (self), NULL);

  return self->document;
}

VbUnit *
vb_session_get_unit (VbSession *self)
{
  g_return_val_if_fail (VB_IS_SESSION (self), NULL);

  return self->unit;
}

void
vb_session_set_unit (VbSession *self, VbUnit *unit)
{
  g_return_if_fail (VB_IS_SESSION (self));
  g_return_if_fail (unit == NULL || VB_IS_UNIT (unit));

  if (g_set_object (&self->unit, unit))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNIT]);
}

VbPeriod
vb_session_get_period (VbSession *self)
{
  g_return_val_if_fail (VB_IS_SESSION (self), (VbPeriod){ 0 });

  return self->period;
}

void
vb_session_set_period (VbSession *self, VbPeriod period)
{
  g_return_if_fail (VB_IS_SESSION (self));
  g_return_if_fail (period.start == vb_grain_floor (period.grain, period.start));

  self->period_chosen = TRUE;
  take_period (self, period);
}

void
vb_session_step_period (VbSession *self, int n)
{
  VbPeriod wanted;
  VbDay first, end;

  g_return_if_fail (VB_IS_SESSION (self));

  wanted = vb_period_shift (self->period, n);
  if (vb_document_get_extent (self->document, &first, &end))
    {
      VbDay lowest =
          vb_grain_add (VB_GRAIN_YEAR, vb_grain_floor (VB_GRAIN_YEAR, first), -YEARS_BEYOND_DATA);
      VbDay highest = vb_grain_add (VB_GRAIN_YEAR, vb_grain_floor (VB_GRAIN_YEAR, end - 1),
                                    YEARS_BEYOND_DATA + 1);

      if (wanted.start < lowest || wanted.start >= highest)
        return;
    }

  vb_session_set_period (self, wanted);
}

VbCareGroup
vb_session_get_care_group (VbSession *self)
{
  g_return_val_if_fail (VB_IS_SESSION (self), VB_CARE_GROUP_NONE);

  return self->care_group;
}

void
vb_session_set_care_group (VbSession *self, VbCareGroup group)
{
  g_return_if_fail (VB_IS_SESSION (self));
  g_return_if_fail (group < VB_N_CARE_GROUPS);

  if (self->care_group == group)
    return;

  self->care_group = group;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CARE_GROUP]);
}

VbScenario *
vb_session_get_scenario (VbSession *self)
{
  g_return_val_if_fail (VB_IS_SESSION (self), NULL);

  return self->scenario;
}

/* Whether @unit is @id or somewhere below it. */
static gboolean
is_within (VbUnit *unit, gint64 id)
{
  for (; unit != NULL; unit = vb_unit_get_parent (unit))
    if (vb_unit_get_id (unit) == id)
      return TRUE;
  return FALSE;
}

void
vb_session_set_scenario (VbSession *self, VbScenario *scenario)
{
  g_return_if_fail (VB_IS_SESSION (self));
  g_return_if_fail (scenario == NULL || VB_IS_SCENARIO (scenario));

  if (!g_set_object (&self->scenario, scenario))
    return;

  if (scenario != NULL && !is_within (self->unit, vb_scenario_get_facts (scenario)->unit_id))
    vb_session_set_unit (
        self, vb_document_get_unit (self->document, vb_scenario_get_facts (scenario)->unit_id));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENARIO]);
}

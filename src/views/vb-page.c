/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-page.h"

#include "vb-figure-help.h"

typedef struct
{
  char *page_id;
  char *title;
  VbSession *session;
  VbPlanner *planner;
  VbGlossary *glossary;
  guint refresh_source;
  gboolean stale;
} VbPagePrivate;

typedef enum
{
  PROP_PAGE_ID = 1,
  PROP_TITLE,
  PROP_SESSION,
  PROP_PLANNER,
  PROP_GLOSSARY,
  N_PROPS
} VbPageProperty;

enum
{
  SIGNAL_TOAST,
  SIGNAL_ERROR,
  N_SIGNALS
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VbPage, vb_page, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
vb_page_refresh_now (VbPage *self)
{
  VbPagePrivate *priv = vb_page_get_instance_private (self);

  g_clear_handle_id (&priv->refresh_source, g_source_remove);
  priv->stale = FALSE;
  VB_PAGE_GET_CLASS (self)->refresh (self);
}

static gboolean
vb_page_refresh_cb (gpointer user_data)
{
  VbPage *self = user_data;
  VbPagePrivate *priv = vb_page_get_instance_private (self);

  priv->refresh_source = 0;
  vb_page_refresh_now (self);

  return G_SOURCE_REMOVE;
}

void
vb_page_queue_refresh (VbPage *self)
{
  VbPagePrivate *priv = vb_page_get_instance_private (self);

  g_return_if_fail (VB_IS_PAGE (self));

  priv->stale = TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || priv->refresh_source != 0)
    return;

  /* Ahead of GTK's layout and drawing, so that one frame shows all that has changed until then. */
  priv->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, vb_page_refresh_cb, self, NULL);
}

/* An edited assumption and what follows from it are shown in one frame: the results are due in a
 * moment, and a page of hundreds of units is not drawn twice meanwhile. */
static void
on_assumptions_changed (VbPage *self)
{
  VbPagePrivate *priv = vb_page_get_instance_private (self);

  priv->stale = TRUE;
  if (!vb_planner_get_busy (priv->planner))
    vb_page_queue_refresh (self);
}

/* Nor are results awaited that do not come. */
static void
on_busy_changed (VbPage *self)
{
  VbPagePrivate *priv = vb_page_get_instance_private (self);

  if (priv->stale && !vb_planner_get_busy (priv->planner))
    vb_page_queue_refresh (self);
}

static void
vb_page_map (GtkWidget *widget)
{
  VbPage *self = VB_PAGE (widget);
  VbPagePrivate *priv = vb_page_get_instance_private (self);

  if (priv->stale)
    vb_page_refresh_now (self);

  GTK_WIDGET_CLASS (vb_page_parent_class)->map (widget);
}

static void
vb_page_unmap (GtkWidget *widget)
{
  VbPagePrivate *priv = vb_page_get_instance_private (VB_PAGE (widget));

  g_clear_handle_id (&priv->refresh_source, g_source_remove);

  GTK_WIDGET_CLASS (vb_page_parent_class)->unmap (widget);
}

/* A page without a glossary has an empty one: it explains nothing. */
static void
vb_page_constructed (GObject *object)
{
  static const char *const facts_signals[] = { "units-changed",   "observations-changed",
                                               "imports-changed", "scenarios-changed",
                                               "plans-changed",   "occupancy-changed" };
  static const char *const assumptions_signals[] = { "targets-changed", "settings-changed" };
  VbPage *self = VB_PAGE (object);
  VbPagePrivate *priv = vb_page_get_instance_private (self);

  G_OBJECT_CLASS (vb_page_parent_class)->constructed (object);

  priv->stale = TRUE;
  if (priv->glossary == NULL)
    priv->glossary = vb_glossary_new ();
  vb_figure_help_attach (GTK_WIDGET (self), priv->glossary);

  g_signal_connect_object (priv->session, "notify::unit", G_CALLBACK (vb_page_queue_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "notify::care-group", G_CALLBACK (vb_page_queue_refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "notify::scenario", G_CALLBACK (vb_page_queue_refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "period-changed", G_CALLBACK (vb_page_queue_refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->planner, "need-changed", G_CALLBACK (vb_page_queue_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->planner, "coverage-changed", G_CALLBACK (vb_page_queue_refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->planner, "notify::busy", G_CALLBACK (on_busy_changed), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (facts_signals); i++)
    g_signal_connect_object (vb_page_get_document (self), facts_signals[i],
                             G_CALLBACK (vb_page_queue_refresh), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (assumptions_signals); i++)
    g_signal_connect_object (vb_page_get_document (self), assumptions_signals[i],
                             G_CALLBACK (on_assumptions_changed), self, G_CONNECT_SWAPPED);
}

static void
vb_page_dispose (GObject *object)
{
  VbPagePrivate *priv = vb_page_get_instance_private (VB_PAGE (object));

  g_clear_handle_id (&priv->refresh_source, g_source_remove);

  G_OBJECT_CLASS (vb_page_parent_class)->dispose (object);
}

static void
vb_page_finalize (GObject *object)
{
  VbPagePrivate *priv = vb_page_get_instance_private (VB_PAGE (object));

  g_clear_object (&priv->glossary);
  g_clear_object (&priv->planner);
  g_clear_object (&priv->session);
  g_free (priv->page_id);
  g_free (priv->title);

  G_OBJECT_CLASS (vb_page_parent_class)->finalize (object);
}

static void
vb_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbPagePrivate *priv = vb_page_get_instance_private (VB_PAGE (object));

  switch ((VbPageProperty) prop_id)
    {
    case PROP_PAGE_ID:
      g_value_set_string (value, priv->page_id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_PLANNER:
      g_value_set_object (value, priv->planner);
      break;
    case PROP_GLOSSARY:
      g_value_set_object (value, priv->glossary);
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VbPagePrivate *priv = vb_page_get_instance_private (VB_PAGE (object));

  switch ((VbPageProperty) prop_id)
    {
    case PROP_PAGE_ID:
      priv->page_id = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      priv->title = g_value_dup_string (value);
      break;
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_PLANNER:
      priv->planner = g_value_dup_object (value);
      break;
    case PROP_GLOSSARY:
      priv->glossary = g_value_dup_object (value);
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_page_class_init (VbPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = vb_page_constructed;
  object_class->dispose = vb_page_dispose;
  object_class->finalize = vb_page_finalize;
  object_class->get_property = vb_page_get_property;
  object_class->set_property = vb_page_set_property;

  widget_class->map = vb_page_map;
  widget_class->unmap = vb_page_unmap;

  properties[PROP_PAGE_ID] = g_param_spec_string ("page-id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, VB_TYPE_SESSION, flags);
  properties[PROP_PLANNER] = g_param_spec_object ("planner", NULL, NULL, VB_TYPE_PLANNER, flags);
  properties[PROP_GLOSSARY] = g_param_spec_object ("glossary", NULL, NULL, VB_TYPE_GLOSSARY, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_TOAST] = g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, ADW_TYPE_TOAST);
  signals[SIGNAL_ERROR] = g_signal_new ("error", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
vb_page_init (VbPage *self)
{
}

const char *
vb_page_get_page_id (VbPage *self)
{
  VbPagePrivate *priv = vb_page_get_instance_private (self);

  g_return_val_if_fail (VB_IS_PAGE (self), NULL);

  return priv->page_id;
}

const char *
vb_page_get_title (VbPage *self)
{
  VbPagePrivate *priv = vb_page_get_instance_private (self);

  g_return_val_if_fail (VB_IS_PAGE (self), NULL);

  return priv->title;
}

const char *
vb_page_get_help_term (VbPage *self)
{
  g_return_val_if_fail (VB_IS_PAGE (self), NULL);

  return VB_PAGE_GET_CLASS (self)->get_help_term != NULL
             ? VB_PAGE_GET_CLASS (self)->get_help_term (self)
             : NULL;
}

const char *
vb_page_get_help_text (VbPage *self)
{
  g_return_val_if_fail (VB_IS_PAGE (self), NULL);

  return VB_PAGE_GET_CLASS (self)->get_help_text != NULL
             ? VB_PAGE_GET_CLASS (self)->get_help_text (self)
             : NULL;
}

VbDocument *
vb_page_get_document (VbPage *self)
{
  VbPagePrivate *priv = vb_page_get_instance_private (self);

  g_return_val_if_fail (VB_IS_PAGE (self), NULL);

  return vb_session_get_document (priv->session);
}

VbSession *
vb_page_get_session (VbPage *self)
{
  VbPagePrivate *priv = vb_page_get_instance_private (self);

  g_return_val_if_fail (VB_IS_PAGE (self), NULL);

  return priv->session;
}

VbPlanner *
vb_page_get_planner (VbPage *self)
{
  VbPagePrivate *priv = vb_page_get_instance_private (self);

  g_return_val_if_fail (VB_IS_PAGE (self), NULL);

  return priv->planner;
}

VbGlossary *
vb_page_get_glossary (VbPage *self)
{
  VbPagePrivate *priv = vb_page_get_instance_private (self);

  g_return_val_if_fail (VB_IS_PAGE (self), NULL);

  return priv->glossary;
}

void
vb_page_add_toast (VbPage *self, AdwToast *toast)
{
  g_return_if_fail (VB_IS_PAGE (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  g_signal_emit (self, signals[SIGNAL_TOAST], 0, toast);
  g_object_unref (toast);
}

void
vb_page_report_error (VbPage *self, const GError *error)
{
  g_return_if_fail (VB_IS_PAGE (self));
  g_return_if_fail (error != NULL);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
}

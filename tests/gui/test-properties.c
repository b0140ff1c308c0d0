/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of properties, kept by every widget: setting what is there already tells nobody,
 * setting something else tells once, of that property. */
#include "gui-helper.h"

#include "vb-assumption-row.h"
#include "vb-card.h"
#include "vb-empty-state.h"
#include "vb-even-layout.h"
#include "vb-key-figure-row.h"
#include "vb-page-frame.h"
#include "vb-period-picker.h"
#include "vb-preferences-window.h"
#include "vb-sidebar-frame.h"
#include "vb-sidebar.h"
#include "vb-source-card.h"
#include "vb-start-page.h"
#include "vb-unit-picker.h"

/* A value of the property that is not @present; FALSE when the test knows none. */
static gboolean
make_other (GParamSpec *pspec, const GValue *present, GValue *other)
{
  g_value_init (other, pspec->value_type);

  if (G_IS_PARAM_SPEC_BOOLEAN (pspec))
    g_value_set_boolean (other, !g_value_get_boolean (present));
  else if (G_IS_PARAM_SPEC_STRING (pspec))
    g_value_set_string (other, "win.other");
  else if (G_IS_PARAM_SPEC_UINT (pspec))
    g_value_set_uint (other, g_value_get_uint (present) + 1);
  else if (G_IS_PARAM_SPEC_DOUBLE (pspec))
    g_value_set_double (other, g_value_get_double (present) + 0.25);
  else if (pspec->value_type == GTK_TYPE_WIDGET)
    g_value_set_object (other, gtk_label_new ("other"));
  else if (pspec->value_type == G_TYPE_LIST_MODEL)
    g_value_take_object (other, g_list_store_new (G_TYPE_OBJECT));
  else
    return FALSE;

  return TRUE;
}

static void
count (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
check_property (GObject *object, GParamSpec *pspec)
{
  g_autofree char *signal = g_strconcat ("notify::", pspec->name, NULL);
  g_auto (GValue) present = G_VALUE_INIT;
  g_auto (GValue) other = G_VALUE_INIT;
  g_auto (GValue) after = G_VALUE_INIT;
  guint n = 0;
  gulong handler = g_signal_connect (object, signal, G_CALLBACK (count), &n);

  g_value_init (&present, pspec->value_type);
  g_object_get_property (object, pspec->name, &present);
  g_test_message ("%s:%s", G_OBJECT_TYPE_NAME (object), pspec->name);
  g_assert_true (g_param_value_defaults (pspec, &present));

  g_object_set_property (object, pspec->name, &present);
  g_assert_cmpuint (n, ==, 0);

  if (make_other (pspec, &present, &other))
    {
      g_object_set_property (object, pspec->name, &other);
      g_assert_cmpuint (n, ==, 1);
      g_value_init (&after, pspec->value_type);
      g_object_get_property (object, pspec->name, &after);
      g_assert_cmpint (g_param_values_cmp (pspec, &after, &other), ==, 0);
      g_object_set_property (object, pspec->name, &other);
      g_assert_cmpuint (n, ==, 1);
    }

  g_signal_handler_disconnect (object, handler);
}

/* Each on an object of its own: one property may well change another. */
static GObject *
make_object (GType type)
{
  GObject *object = g_object_new (type, NULL);

  if (G_IS_INITIALLY_UNOWNED (object))
    g_object_ref_sink (object);

  return object;
}

static void
free_object (GObject *object)
{
  if (GTK_IS_WINDOW (object))
    gtk_window_destroy (GTK_WINDOW (object));
  g_assert_finalize_object (object);
}

static void
test_type (gconstpointer data)
{
  GType type = GPOINTER_TO_SIZE (data);
  GObject *object = make_object (type);
  g_autofree GParamSpec **pspecs = NULL;
  guint n;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);
  free_object (object);

  for (guint i = 0; i < n; i++)
    {
      /* The rest are GTK's. What can only name a page or figure that there is, is tested with it.
       */
      if (pspecs[i]->owner_type != type || (pspecs[i]->flags & G_PARAM_WRITABLE) == 0
          || (pspecs[i]->flags & G_PARAM_CONSTRUCT_ONLY) != 0 || type == VB_TYPE_SIDEBAR
          || type == VB_TYPE_KEY_FIGURE_ROW)
        continue;

      object = make_object (type);
      check_property (object, pspecs[i]);
      free_object (object);
    }
}

int
main (int argc, char *argv[])
{
  GType types[14];
  guint n = 0;

  gui_init (&argc, &argv);

  types[n++] = VB_TYPE_ASSUMPTION_ROW;
  types[n++] = VB_TYPE_CARD;
  types[n++] = VB_TYPE_EMPTY_STATE;
  types[n++] = VB_TYPE_EVEN_LAYOUT;
  types[n++] = VB_TYPE_KEY_FIGURE;
  types[n++] = VB_TYPE_KEY_FIGURE_ROW;
  types[n++] = VB_TYPE_PAGE_FRAME;
  types[n++] = VB_TYPE_PERIOD_PICKER;
  types[n++] = VB_TYPE_PREFERENCES_WINDOW;
  types[n++] = VB_TYPE_SIDEBAR;
  types[n++] = VB_TYPE_SIDEBAR_FRAME;
  types[n++] = VB_TYPE_SOURCE_CARD;
  types[n++] = VB_TYPE_START_PAGE;
  types[n++] = VB_TYPE_UNIT_PICKER;
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (types));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/widgets/properties/%s", g_type_name (types[i]));

      g_test_add_data_func (path, GSIZE_TO_POINTER (types[i]), test_type);
    }

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-attention-row.h"

#include <glib/gi18n-lib.h>

#define ATTENTION_KEY "vb-attention"

/* What the sidebar calls the page that shows more. */
static const char *
get_where (VbAttention *attention)
{
  switch (vb_attention_get_kind (attention))
    {
    case VB_ATTENTION_NO_DATA:
      return _ ("Import and Quality");
    case VB_ATTENTION_OVERDUE_ACTION:
      return _ ("Actions");
    case VB_ATTENTION_FOLLOW_UP:
      return _ ("Dialogues");
    case VB_ATTENTION_SHORTAGE:
    case VB_ATTENTION_SURPLUS:
    default:
      return _ ("Need and Gap");
    }
}

GtkWidget *
vb_attention_row_new (gpointer list_item, gpointer user_data)
{
  VbAttention *attention = VB_ATTENTION (list_item);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vb_attention_get_text (attention));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), get_where (attention));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  vb_attention_get_text (attention), -1);
  g_object_set_data_full (G_OBJECT (row), ATTENTION_KEY, g_object_ref (attention), g_object_unref);
  return row;
}

VbAttention *
vb_attention_row_get (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), ATTENTION_KEY);
}

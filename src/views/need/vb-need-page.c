/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-need-page.h"

#include <glib/gi18n-lib.h>

#include "vb-need-period-view.h"
#include "vb-need-sisters-view.h"
#include "vb-need-years-view.h"

struct _VbNeedPage
{
  VbPage parent_instance;

  GtkStackSwitcher *switcher;
  GtkStack *stack; /* of a bin a view, which is empty until it is shown */
};

G_DEFINE_FINAL_TYPE (VbNeedPage, vb_need_page, VB_TYPE_PAGE)

static void
refresh_period (GtkWidget *view)
{
  vb_need_period_view_refresh (VB_NEED_PERIOD_VIEW (view));
}

static void
refresh_years (GtkWidget *view)
{
  vb_need_years_view_refresh (VB_NEED_YEARS_VIEW (view));
}

static void
refresh_sisters (GtkWidget *view)
{
  vb_need_sisters_view_refresh (VB_NEED_SISTERS_VIEW (view));
}

/* In the order of the switcher. */
static const struct
{
  const char *id;
  const char *title;
  GtkWidget *(*make) (VbPage *page);
  void (*refresh) (GtkWidget *view);
} views[] = {
  { "periods", NC_ ("a view", "Periods"), vb_need_period_view_new, refresh_period },
  { "years", NC_ ("a view", "Years"), vb_need_years_view_new, refresh_years },
  { "sisters", NC_ ("a view", "Sister units"), vb_need_sisters_view_new, refresh_sisters },
};

static void
vb_need_page_refresh (VbPage *page)
{
  VbNeedPage *self = VB_NEED_PAGE (page);
  gboolean empty = vb_session_get_unit (vb_page_get_session (page)) == NULL
                   || !vb_document_get_extent (vb_page_get_document (page), NULL, NULL);

  /* The view of periods says what to do about it. */
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), !empty);
  if (empty)
    gtk_stack_set_visible_child_name (self->stack, views[0].id);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AdwBin *bin = ADW_BIN (gtk_stack_get_child_by_name (self->stack, views[i].id));

      if (gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (bin))
        continue;
      if (adw_bin_get_child (bin) == NULL)
        adw_bin_set_child (bin, views[i].make (page));
      views[i].refresh (adw_bin_get_child (bin));
    }
}

static const char *
vb_need_page_get_help_term (VbPage *page)
{
  return _ ("Need and Gap");
}

static const char *
vb_need_page_get_help_text (VbPage *page)
{
  return _ ("The need of beds is the bed days that patients used, divided by the days of the "
            "period and by the target occupancy: the beds it takes for a ward to be as full as "
            "was decided, no fuller.\n\nThe gap is the available beds minus the need. A minus "
            "sign is a shortage, a plus sign a surplus. Somatic care, intensive care and "
            "psychiatry are never added together.");
}

static void
on_view_changed (VbNeedPage *self)
{
  vb_page_queue_refresh (VB_PAGE (self));
}

static void
vb_need_page_constructed (GObject *object)
{
  VbNeedPage *self = VB_NEED_PAGE (object);

  G_OBJECT_CLASS (vb_need_page_parent_class)->constructed (object);

  g_signal_connect_object (vb_page_get_planner (VB_PAGE (self)), "population-changed",
                           G_CALLBACK (vb_page_queue_refresh), self, G_CONNECT_SWAPPED);
}

static void
vb_need_page_class_init (VbNeedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VbPageClass *page_class = VB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = vb_need_page_constructed;
  page_class->refresh = vb_need_page_refresh;
  page_class->get_help_term = vb_need_page_get_help_term;
  page_class->get_help_text = vb_need_page_get_help_text;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/need/vb-need-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VbNeedPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, VbNeedPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
}

static void
vb_need_page_init (VbNeedPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_stack_add_titled (self->stack, adw_bin_new (), views[i].id,
                          g_dpgettext2 (GETTEXT_PACKAGE, "a view", views[i].title));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gui-helper.h"

#include "vb-page.h"

/* A page that counts how often it is asked to show itself. */
#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, VbPage)

struct _TestPage
{
  VbPage parent_instance;

  guint n_refreshes;
};

G_DEFINE_FINAL_TYPE (TestPage, test_page, VB_TYPE_PAGE)

static void
test_page_refresh (VbPage *page)
{
  TEST_PAGE (page)->n_refreshes++;
}

static const char *
test_page_get_help_term (VbPage *page)
{
  return "Need";
}

static void
test_page_class_init (TestPageClass *klass)
{
  VB_PAGE_CLASS (klass)->refresh = test_page_refresh;
  VB_PAGE_CLASS (klass)->get_help_term = test_page_get_help_term;
}

static void
test_page_init (TestPage *self)
{
}

typedef struct
{
  VbDocument *document;
  VbSession *session;
  VbPlanner *planner;
  TestPage *page;
  GtkStack *stack;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->document = vb_document_new (&error);
  g_assert_no_error (error);
  self->session = vb_session_new (self->document);
  self->planner = vb_planner_new (self->document);
  self->page = g_object_new (TEST_TYPE_PAGE, "page-id", "test", "title", "Test", "session",
                             self->session, "planner", self->planner, NULL);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "page");
  gtk_stack_add_named (self->stack, gtk_label_new ("other"), "other");
  gtk_stack_set_visible_child_name (self->stack, "other");
  self->window = gui_window_new (GTK_WIDGET (self->stack), 300, 200);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gui_window_destroy (self->window);
  vb_document_close (self->document);
  g_assert_finalize_object (self->planner);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->document);
}

static void
show (Fixture *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gui_wait_for_draw (GTK_WIDGET (self->window));
}

static void
change (Fixture *self, double target)
{
  g_autoptr (GError) error = NULL;

  vb_document_set_default_target (self->document, target, &error);
  g_assert_no_error (error);
}

static void
test_parts (Fixture *self, gconstpointer data)
{
  VbPage *page = VB_PAGE (self->page);

  g_assert_cmpstr (vb_page_get_page_id (page), ==, "test");
  g_assert_cmpstr (vb_page_get_title (page), ==, "Test");
  g_assert_true (vb_page_get_document (page) == self->document);
  g_assert_true (vb_page_get_session (page) == self->session);
  g_assert_true (vb_page_get_planner (page) == self->planner);
  g_assert_cmpstr (vb_page_get_help_term (page), ==, "Need");
  g_assert_null (vb_page_get_help_text (page));
}

/* Out of sight it is left alone, and comes into sight up to date. */
static void
test_refresh_when_shown (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (self->page->n_refreshes, ==, 0);
  change (self, 0.85);
  gui_settle ();
  g_assert_cmpuint (self->page->n_refreshes, ==, 0);

  show (self, "page");
  g_assert_cmpuint (self->page->n_refreshes, ==, 1);
  show (self, "other");
  show (self, "page");
  g_assert_cmpuint (self->page->n_refreshes, ==, 1);
}

/* However much changes at once, it refreshes once. */
static void
test_refresh_once (Fixture *self, gconstpointer data)
{
  guint before;

  show (self, "page");
  before = self->page->n_refreshes;
  change (self, 0.85);
  change (self, 0.8);
  vb_page_queue_refresh (VB_PAGE (self->page));
  gui_settle ();
  g_assert_cmpuint (self->page->n_refreshes, ==, before + 1);
}

static void
count_signal (guint *n)
{
  (*n)++;
}

static void
test_messages (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) failed = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "It failed");
  g_autoptr (GError) cancelled = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  guint n_toasts = 0, n_errors = 0;

  g_signal_connect_swapped (self->page, "toast", G_CALLBACK (count_signal), &n_toasts);
  g_signal_connect_swapped (self->page, "error", G_CALLBACK (count_signal), &n_errors);
  vb_page_add_toast (VB_PAGE (self->page), adw_toast_new ("Done"));
  g_assert_cmpuint (n_toasts, ==, 1);
  vb_page_report_error (VB_PAGE (self->page), failed);
  vb_page_report_error (VB_PAGE (self->page), cancelled);
  g_assert_cmpuint (n_errors, ==, 1);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/views/page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("parts", test_parts);
  ADD ("refresh-when-shown", test_refresh_when_shown);
  ADD ("refresh-once", test_refresh_once);
  ADD ("messages", test_messages);
#undef ADD

  return g_test_run ();
}

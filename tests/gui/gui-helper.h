/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of widgets and pages share: starting GTK as the program does, waiting, taking
 * pictures. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Call first in main(). Texts are those of the locale in the environment, from the build's own
 * catalogues; style sheets and icons are those of the program; nothing moves. */
void gui_init (int *argc, char ***argv);

/* Shows @child in a window of its own and waits until it is drawn. Close it with
 * gui_window_destroy(). */
GtkWindow *gui_window_new (GtkWidget *child, int width, int height);
/* Destroys the window and lets the main loop forget it. */
void gui_window_destroy (GtkWindow *window);

/* Runs the main loop until nothing waits in it. */
void gui_settle (void);
/* Runs the main loop until @condition holds; fails the test after a minute. */
void gui_wait_until (gboolean (*condition) (gpointer user_data), gpointer user_data);
/* Waits for layout and for a frame that shows it. */
void gui_wait_for_draw (GtkWidget *widget);

/* Does what pressing the key does where the focus is in @window: the outermost widget around it
 * that captures it takes it, else the innermost that has a shortcut for it. FALSE when none does.
 * @key: "F1", "<Control>c". */
gboolean gui_press_shortcut (GtkWidget *window, const char *key);

/* A picture of the widget as it stands on the screen, with its own background only. */
GdkTexture *gui_capture (GtkWidget *widget);
void gui_save_png (GtkWidget *widget, const char *path);
/* TRUE when the picture is more than one colour: something was drawn. */
gboolean gui_is_drawn (GtkWidget *widget);

/* The first widget of @type (with @css_name where not NULL) in or below @root, in the order of the
 * tree; NULL if none. */
GtkWidget *gui_find (GtkWidget *root, GType type, const char *css_class);
/* The first label or button below @root that reads @text. */
GtkWidget *gui_find_text (GtkWidget *root, const char *text);

/* Each of these fails the test when @root holds what no reader should meet. */

/* Something that takes focus or clicks and that a screen reader would have no name for. */
void gui_assert_all_named (GtkWidget *root);
/* A text that is still the source's English though there is a translation, or is plain English. */
void gui_assert_translated (GtkWidget *root);
/* A text cut off by its surroundings: narrower than it needs, without a tooltip that tells it. */
void gui_assert_not_clipped (GtkWidget *root);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-app"

#include "vb-settings.h"

#include "vb-config.h"

GSettings *
vb_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) build_source = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, VB_APPLICATION_ID, TRUE);

  if (schema == NULL)
    {
      build_source =
          g_settings_schema_source_new_from_directory (VB_BUILD_DATADIR, source, TRUE, NULL);
      if (build_source != NULL)
        schema = g_settings_schema_source_lookup (build_source, VB_APPLICATION_ID, TRUE);
    }

  if (schema == NULL)
    {
      g_info ("The settings schema %s is not installed: nothing will be remembered",
              VB_APPLICATION_ID);
      return NULL;
    }

  return g_settings_new_full (schema, NULL, NULL);
}

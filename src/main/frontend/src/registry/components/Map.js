// @ts-check
import { field, filters, group, height, number, table, title, titleField, whole } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Map',
  category: 'advanced',
  icon: 'map',
  label: { en: 'Map', fr: 'Carte géographique' },
  properties: {
    table,
    title,
    latitude_field: field({ en: 'Latitude', fr: 'Latitude' }),
    longitude_field: field({ en: 'Longitude', fr: 'Longitude' }),
    title_field: titleField,
    filters,
    center: group(
      { en: 'Centre', fr: 'Centre' },
      {
        latitude: number({ en: 'Latitude', fr: 'Latitude' }, -90, 90),
        longitude: number({ en: 'Longitude', fr: 'Longitude' }, -180, 180),
      },
      ['latitude', 'longitude'],
    ),
    zoom: whole({ en: 'Zoom', fr: 'Zoom' }, 0, 22),
    height,
  },
  defaults: { zoom: 5, height: 400 },
  events: ['on_row_click', 'on_load'],
  slots: [],
};

// @ts-check
import { choice, field, filters, table, title, titleField } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Calendar',
  category: 'advanced',
  icon: 'calendar',
  label: { en: 'Calendar', fr: 'Calendrier' },
  properties: {
    table,
    title,
    start_field: field({ en: 'Start', fr: 'Début' }),
    end_field: field({ en: 'End', fr: 'Fin' }),
    title_field: titleField,
    color_field: field({ en: 'Colour', fr: 'Couleur' }),
    filters,
    view: choice(
      { en: 'View', fr: 'Vue' },
      {
        month: { en: 'Month', fr: 'Mois' },
        week: { en: 'Week', fr: 'Semaine' },
        day: { en: 'Day', fr: 'Jour' },
        list: { en: 'List', fr: 'Liste' },
      },
    ),
  },
  defaults: { view: 'month' },
  events: ['on_row_click', 'on_click', 'on_load'],
  slots: [],
};

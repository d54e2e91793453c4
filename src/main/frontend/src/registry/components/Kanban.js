// @ts-check
import { field, fields, filters, limit, table, title, titleField, toggle } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Kanban',
  category: 'advanced',
  icon: 'layout-kanban',
  label: { en: 'Kanban', fr: 'Kanban' },
  properties: {
    table,
    title,
    group_field: field({ en: 'Columns', fr: 'Colonnes' }),
    title_field: titleField,
    fields,
    filters,
    draggable: toggle({ en: 'Move cards', fr: 'Déplacer les cartes' }),
    limit,
  },
  defaults: { draggable: true, limit: 200 },
  events: ['on_row_click', 'on_load', 'on_change'],
  slots: ['card'],
};

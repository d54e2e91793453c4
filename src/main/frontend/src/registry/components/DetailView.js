// @ts-check
import { fields, recordId, table, title, whole } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'DetailView',
  category: 'data',
  icon: 'id',
  label: { en: 'Details', fr: 'Détails' },
  properties: {
    table,
    title,
    record_id: recordId,
    fields,
    columns: whole({ en: 'Columns', fr: 'Colonnes' }, 1, 4),
  },
  defaults: { columns: 2 },
  events: ['on_load'],
  slots: ['content'],
};

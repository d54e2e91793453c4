// @ts-check
import { field, height, label, recordId, table, text, toggle } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'RichText',
  category: 'advanced',
  icon: 'text-wrap',
  label: { en: 'Rich text', fr: 'Texte riche' },
  properties: {
    table,
    record_id: recordId,
    field: field({ en: 'Field', fr: 'Champ' }),
    label,
    value: text({ en: 'Text', fr: 'Texte' }, 100000),
    editable: toggle({ en: 'Editable', fr: 'Modifiable' }),
    height,
  },
  defaults: { editable: true, height: 200 },
  events: ['on_change'],
  slots: [],
};

// @ts-check
import { field, label, recordId, table, text, toggle, whole } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'FileUpload',
  category: 'advanced',
  icon: 'upload',
  label: { en: 'File upload', fr: 'Envoi de fichiers' },
  properties: {
    table,
    record_id: recordId,
    field: field({ en: 'Field', fr: 'Champ' }),
    label,
    accept: text({ en: 'Kinds of file', fr: 'Types de fichiers' }, 500),
    max_size_mb: whole({ en: 'At most MB', fr: 'Au plus (Mo)' }, 1, 50),
    multiple: toggle({ en: 'Several', fr: 'Plusieurs' }),
  },
  defaults: { multiple: false, max_size_mb: 10 },
  events: ['on_change'],
  slots: [],
};

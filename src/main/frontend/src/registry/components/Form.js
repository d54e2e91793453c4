// @ts-check
import {
  choice,
  field,
  group,
  helpText,
  label,
  list,
  placeholder,
  recordId,
  table,
  text,
  title,
  toggle,
  whole,
} from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Form',
  category: 'data',
  icon: 'forms',
  label: { en: 'Form', fr: 'Formulaire' },
  properties: {
    table,
    title,
    mode: choice(
      { en: 'Mode', fr: 'Mode' },
      { create: { en: 'Create', fr: 'Créer' }, update: { en: 'Change', fr: 'Modifier' } },
    ),
    record_id: recordId,
    fields: list(
      { en: 'Fields', fr: 'Champs' },
      100,
      group(
        { en: 'Field', fr: 'Champ' },
        {
          field: field({ en: 'Field', fr: 'Champ' }),
          label,
          placeholder,
          help_text: helpText,
          widget: text({ en: 'Widget', fr: 'Widget' }, 50),
          required: toggle({ en: 'Required', fr: 'Obligatoire' }),
          read_only: toggle({ en: 'Read only', fr: 'Lecture seule' }),
          width: whole({ en: 'Width', fr: 'Largeur' }, 1, 12),
        },
        ['field'],
      ),
    ),
    columns: whole({ en: 'Columns', fr: 'Colonnes' }, 1, 4),
    submit_label: text({ en: 'Label', fr: 'Libellé' }, 200),
    success_message: text({ en: 'After submitting', fr: 'Après l’envoi' }, 2000),
  },
  defaults: { mode: 'create', columns: 1 },
  events: ['on_submit', 'on_load'],
  slots: ['content', 'actions'],
};

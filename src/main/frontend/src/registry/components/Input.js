// @ts-check
import { choice, group, helpText, label, list, placeholder, scalar, text, toggle } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Input',
  category: 'interface',
  icon: 'text-cursor',
  label: { en: 'Input', fr: 'Saisie' },
  properties: {
    name: text({ en: 'Variable', fr: 'Variable' }, 63, '^[a-z][a-z0-9_]*$'),
    label,
    input_type: choice(
      { en: 'Kind', fr: 'Type' },
      {
        text: { en: 'Text', fr: 'Texte' },
        textarea: { en: 'Long text', fr: 'Texte long' },
        number: { en: 'Number', fr: 'Nombre' },
        email: { en: 'E-mail', fr: 'E-mail' },
        password: { en: 'Password', fr: 'Mot de passe' },
        date: { en: 'Date', fr: 'Date' },
        time: { en: 'Time', fr: 'Heure' },
        datetime: { en: 'Date and time', fr: 'Date et heure' },
        checkbox: { en: 'Checkbox', fr: 'Case à cocher' },
        select: { en: 'Selection', fr: 'Sélection' },
      },
    ),
    placeholder,
    default_value: scalar({ en: 'Default', fr: 'Par défaut' }),
    options: list(
      { en: 'Options', fr: 'Options' },
      500,
      group({ en: 'Option', fr: 'Option' }, { value: text({ en: 'Value', fr: 'Valeur' }, 200), label }, ['value']),
    ),
    required: toggle({ en: 'Required', fr: 'Obligatoire' }),
    disabled: toggle({ en: 'Disabled', fr: 'Désactivé' }),
    help_text: helpText,
  },
  defaults: { input_type: 'text' },
  events: ['on_change', 'on_submit'],
  slots: [],
};

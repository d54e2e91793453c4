// @ts-check
import { color, filters, icon, label, table, text, whole } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Stat',
  category: 'data',
  icon: 'number',
  label: { en: 'Figure', fr: 'Chiffre' },
  properties: {
    table,
    label,
    measure: text({ en: 'Measure', fr: 'Mesure' }, 200),
    filters,
    prefix: text({ en: 'Before', fr: 'Avant' }, 50),
    suffix: text({ en: 'After', fr: 'Après' }, 50),
    decimals: whole({ en: 'Decimals', fr: 'Décimales' }, 0, 10),
    icon,
    color,
  },
  defaults: { measure: 'count' },
  events: ['on_load', 'on_click'],
  slots: [],
};

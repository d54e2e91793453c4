// @ts-check
import { entries, text } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Breadcrumb',
  category: 'navigation',
  icon: 'chevrons-right',
  label: { en: 'Breadcrumb', fr: 'Fil d’Ariane' },
  properties: {
    items: entries,
    separator: text({ en: 'Separator', fr: 'Séparateur' }, 5),
  },
  defaults: { items: [], separator: '/' },
  events: [],
  slots: [],
};

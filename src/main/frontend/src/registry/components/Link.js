// @ts-check
import { icon, label, to, toggle } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Link',
  category: 'navigation',
  icon: 'link',
  label: { en: 'Link', fr: 'Lien' },
  properties: {
    label,
    to,
    new_tab: toggle({ en: 'In a new tab', fr: 'Dans un nouvel onglet' }),
    icon,
  },
  defaults: { label: 'Link' },
  events: ['on_click'],
  slots: [],
};

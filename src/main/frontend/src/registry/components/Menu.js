// @ts-check
import { entries, orientation, text, title } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Menu',
  category: 'navigation',
  icon: 'menu',
  label: { en: 'Menu', fr: 'Menu' },
  properties: {
    items: entries,
    orientation,
    logo: text({ en: 'Logo', fr: 'Logo' }, 2000),
    title,
  },
  defaults: { orientation: 'horizontal', items: [] },
  events: ['on_click'],
  slots: [],
};

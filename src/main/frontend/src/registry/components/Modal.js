// @ts-check
import { choice, text, title, toggle } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Modal',
  category: 'navigation',
  icon: 'app-window',
  label: { en: 'Modal', fr: 'Fenêtre' },
  properties: {
    name: text({ en: 'Name', fr: 'Nom' }, 63, '^[a-z][a-z0-9_]*$'),
    title,
    size: choice(
      { en: 'Size', fr: 'Taille' },
      {
        sm: { en: 'Small', fr: 'Petit' },
        md: { en: 'Medium', fr: 'Moyen' },
        lg: { en: 'Large', fr: 'Grand' },
        xl: { en: 'Extra large', fr: 'Très grand' },
        full: { en: 'Whole screen', fr: 'Plein écran' },
      },
    ),
    close_on_click_outside: toggle({ en: 'Close by a click outside', fr: 'Fermer par un clic au dehors' }),
  },
  defaults: { size: 'md', close_on_click_outside: true },
  events: ['on_load', 'on_close'],
  slots: ['content', 'footer'],
};

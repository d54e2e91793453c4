// @ts-check
import { text, title, toggle, whole } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Card',
  category: 'interface',
  icon: 'square',
  label: { en: 'Card', fr: 'Carte' },
  properties: {
    title,
    subtitle: text({ en: 'Subtitle', fr: 'Sous-titre' }, 500),
    shadow: toggle({ en: 'Shadow', fr: 'Ombre' }),
    border: toggle({ en: 'Border', fr: 'Bordure' }),
    padding: whole({ en: 'Padding', fr: 'Marge intérieure' }, 0, 200),
  },
  defaults: { border: true, padding: 16 },
  events: ['on_click'],
  slots: ['header', 'content', 'footer'],
};

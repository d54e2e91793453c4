// @ts-check
import { choice, color, text, toggle } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Text',
  category: 'interface',
  icon: 'typography',
  label: { en: 'Text', fr: 'Texte' },
  properties: {
    content: text({ en: 'Text', fr: 'Texte' }, 20000),
    level: choice(
      { en: 'Level', fr: 'Niveau' },
      {
        h1: { en: 'Heading 1', fr: 'Titre 1' },
        h2: { en: 'Heading 2', fr: 'Titre 2' },
        h3: { en: 'Heading 3', fr: 'Titre 3' },
        h4: { en: 'Heading 4', fr: 'Titre 4' },
        h5: { en: 'Heading 5', fr: 'Titre 5' },
        h6: { en: 'Heading 6', fr: 'Titre 6' },
        body: { en: 'Body', fr: 'Corps' },
        caption: { en: 'Caption', fr: 'Légende' },
      },
    ),
    align: choice(
      { en: 'Alignment', fr: 'Alignement' },
      {
        left: { en: 'Left', fr: 'À gauche' },
        center: { en: 'Centred', fr: 'Centré' },
        right: { en: 'Right', fr: 'À droite' },
        justify: { en: 'Justified', fr: 'Justifié' },
      },
    ),
    color,
    bold: toggle({ en: 'Bold', fr: 'Gras' }),
    italic: toggle({ en: 'Italic', fr: 'Italique' }),
  },
  defaults: { content: 'Text', level: 'body', align: 'left' },
  events: ['on_click'],
  slots: [],
};

// @ts-check
import { choice, text, toggle, whole } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Image',
  category: 'interface',
  icon: 'photo',
  label: { en: 'Image', fr: 'Image' },
  properties: {
    src: text({ en: 'Address', fr: 'Adresse' }, 2000),
    alt: text({ en: 'Description', fr: 'Description' }, 500),
    width: whole({ en: 'Width', fr: 'Largeur' }, 1, 10000),
    height: whole({ en: 'Height', fr: 'Hauteur' }, 1, 10000),
    fit: choice(
      { en: 'Fit', fr: 'Ajustement' },
      {
        cover: { en: 'Cover', fr: 'Couvrir' },
        contain: { en: 'Contain', fr: 'Contenir' },
        fill: { en: 'Fill', fr: 'Étirer' },
        none: { en: 'None', fr: 'Aucun' },
      },
    ),
    rounded: toggle({ en: 'Rounded', fr: 'Arrondie' }),
  },
  defaults: { fit: 'cover' },
  events: ['on_click'],
  slots: [],
};

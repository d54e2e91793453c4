// @ts-check
import { choice, text, toggle, whole } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Container',
  category: 'interface',
  icon: 'layout',
  label: { en: 'Container', fr: 'Conteneur' },
  properties: {
    direction: choice(
      { en: 'Direction', fr: 'Direction' },
      { column: { en: 'Column', fr: 'Colonne' }, row: { en: 'Row', fr: 'Ligne' }, grid: { en: 'Grid', fr: 'Grille' } },
    ),
    columns: whole({ en: 'Columns', fr: 'Colonnes' }, 1, 12),
    gap: whole({ en: 'Gap', fr: 'Écart' }, 0, 200),
    padding: whole({ en: 'Padding', fr: 'Marge intérieure' }, 0, 200),
    align: choice(
      { en: 'Alignment', fr: 'Alignement' },
      {
        start: { en: 'Start', fr: 'Début' },
        center: { en: 'Centred', fr: 'Centré' },
        end: { en: 'End', fr: 'Fin' },
        stretch: { en: 'Stretched', fr: 'Étiré' },
      },
    ),
    justify: choice(
      { en: 'Distribution', fr: 'Répartition' },
      {
        start: { en: 'Start', fr: 'Début' },
        center: { en: 'Centred', fr: 'Centré' },
        end: { en: 'End', fr: 'Fin' },
        between: { en: 'Between', fr: 'Entre' },
        around: { en: 'Around', fr: 'Autour' },
      },
    ),
    wrap: toggle({ en: 'Wrap', fr: 'Retour à la ligne' }),
    background: text({ en: 'Background', fr: 'Fond' }, 100),
  },
  defaults: { direction: 'column', gap: 16, padding: 0 },
  events: ['on_click', 'on_load'],
  slots: ['content'],
};

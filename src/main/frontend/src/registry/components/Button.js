// @ts-check
import { choice, color, icon, label, text, toggle } from '../properties.js';

/** @type {import('../types').Definition} */
export default {
  type: 'Button',
  category: 'interface',
  icon: 'click',
  label: { en: 'Button', fr: 'Bouton' },
  properties: {
    label,
    variant: choice(
      { en: 'Look', fr: 'Apparence' },
      {
        filled: { en: 'Filled', fr: 'Plein' },
        outline: { en: 'Outlined', fr: 'Contour' },
        light: { en: 'Light', fr: 'Clair' },
        subtle: { en: 'Subtle', fr: 'Discret' },
        link: { en: 'Link', fr: 'Lien' },
      },
    ),
    color,
    size: choice(
      { en: 'Size', fr: 'Taille' },
      {
        xs: { en: 'Extra small', fr: 'Très petit' },
        sm: { en: 'Small', fr: 'Petit' },
        md: { en: 'Medium', fr: 'Moyen' },
        lg: { en: 'Large', fr: 'Grand' },
        xl: { en: 'Extra large', fr: 'Très grand' },
      },
    ),
    icon,
    disabled: toggle({ en: 'Disabled', fr: 'Désactivé' }),
    full_width: toggle({ en: 'Full width', fr: 'Pleine largeur' }),
    confirm: text({ en: 'Ask first', fr: 'Demander d’abord' }, 500),
  },
  defaults: { label: 'Button', variant: 'filled', size: 'sm' },
  events: ['on_click'],
  slots: [],
};

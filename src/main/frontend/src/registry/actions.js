// @ts-check
import { any, choice, group, object, table, text, to } from './properties.js';

/** @import { Category, EventName, Words } from './types' */

/** @type {Readonly<Record<Category, Words>>} */
export const categories = {
  data: { en: 'Data', fr: 'Données' },
  interface: { en: 'Interface', fr: 'Interface' },
  navigation: { en: 'Navigation', fr: 'Navigation' },
  advanced: { en: 'Advanced', fr: 'Avancé' },
};

/** @type {Readonly<Record<EventName, Words>>} */
export const events = {
  on_click: { en: 'When clicked', fr: 'Au clic' },
  on_submit: { en: 'When submitted', fr: 'À l’envoi' },
  on_row_click: { en: 'When a row is clicked', fr: 'Au clic sur une ligne' },
  on_load: { en: 'When loaded', fr: 'Au chargement' },
  on_change: { en: 'When changed', fr: 'Au changement' },
  on_close: { en: 'When closed', fr: 'À la fermeture' },
};

/** What an event may set off. */
export const action = group(
  { en: 'Action', fr: 'Action' },
  {
    action: choice(
      { en: 'Action', fr: 'Action' },
      {
        navigate: { en: 'Go to a page', fr: 'Aller à une page' },
        open_modal: { en: 'Open a modal', fr: 'Ouvrir une fenêtre' },
        create_record: { en: 'Create a row', fr: 'Créer une ligne' },
        update_record: { en: 'Change a row', fr: 'Modifier une ligne' },
        delete_record: { en: 'Delete a row', fr: 'Supprimer une ligne' },
        run_workflow: { en: 'Run a workflow', fr: 'Exécuter un workflow' },
        refresh: { en: 'Refresh', fr: 'Actualiser' },
        show_message: { en: 'Show a message', fr: 'Afficher un message' },
        set_variable: { en: 'Set a variable', fr: 'Définir une variable' },
      },
    ),
    to,
    modal: text({ en: 'Modal', fr: 'Fenêtre' }, 63),
    table,
    record_id: text({ en: 'Row', fr: 'Ligne' }, 200),
    values: object({ en: 'Values', fr: 'Valeurs' }),
    workflow: text({ en: 'Workflow', fr: 'Workflow' }, 200),
    component: text({ en: 'Component', fr: 'Composant' }, 200),
    message: text({ en: 'Message', fr: 'Message' }, 2000),
    level: choice(
      { en: 'Level', fr: 'Niveau' },
      {
        info: { en: 'Information', fr: 'Information' },
        success: { en: 'Success', fr: 'Succès' },
        warning: { en: 'Warning', fr: 'Avertissement' },
        error: { en: 'Error', fr: 'Erreur' },
      },
    ),
    name: text({ en: 'Variable', fr: 'Variable' }, 63),
    value: any({ en: 'Value', fr: 'Valeur' }),
  },
  ['action'],
);

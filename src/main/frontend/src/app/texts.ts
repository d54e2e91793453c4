/** The frame's own words; the application's come from the application. */
export const en = {
  loading: 'Loading…',
  skip: 'Skip to the content',
  menu: 'Menu',
  pages: 'Pages',
  language: 'Language',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: 'Signed in as',
  register: 'Create an account',
  email: 'Email',
  name: 'Name',
  optional: 'optional',
  password: 'Password',
  newPassword: 'New password',
  again: 'Password once more',
  passwordHint: 'At least {n} characters, with a capital letter and a digit.',
  forgot: 'Forgot your password?',
  noAccount: 'New here?',
  haveAccount: 'Already have an account?',
  back: 'Back to signing in',
  signInText: 'Sign in to see your pages.',
  privatePage: 'Sign in to see this page.',
  registerText: 'You get a mail to confirm your address.',
  checkMail: 'Look into your mailbox',
  checkMailText: 'We have sent a link to {email}. Open it to confirm your address, then sign in.',
  resend: 'Send it again',
  resent: 'If this address still waits to be confirmed, another mail is on its way.',
  resetText: 'Tell us your address, and we send you a link to a new password.',
  send: 'Send the link',
  resetSent: 'If there is an account with this address, a link is on its way.',
  choose: 'Choose a password',
  chosen: 'Your password is set. Sign in with it.',
  save: 'Save the password',
  verifying: 'Confirming your address…',
  verified: 'Your address is confirmed. You can sign in now.',
  verifyFailed: 'This link can’t be used',
  notFound: 'There is nothing here',
  notFoundText: 'The address may be mistyped, or the page is not for you.',
  home: 'To the first page',
  noPages: 'There are no pages for you here yet.',
  noContent: 'The contents of this page can’t be shown here yet.',
  away: 'The application can’t be reached',
  awayText: 'Please try again in a moment.',
  retry: 'Try again',
  expired: 'You have been signed out. Sign in again to go on.',
};

export const fr: typeof en = {
  loading: 'Chargement…',
  skip: 'Aller au contenu',
  menu: 'Menu',
  pages: 'Pages',
  language: 'Langue',
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
  signedInAs: 'Connecté en tant que',
  register: 'Créer un compte',
  email: 'E-mail',
  name: 'Nom',
  optional: 'facultatif',
  password: 'Mot de passe',
  newPassword: 'Nouveau mot de passe',
  again: 'Mot de passe, encore une fois',
  passwordHint: 'Au moins {n} caractères, avec une majuscule et un chiffre.',
  forgot: 'Mot de passe oublié ?',
  noAccount: 'Première visite ?',
  haveAccount: 'Vous avez déjà un compte ?',
  back: 'Retour à la connexion',
  signInText: 'Connectez-vous pour voir vos pages.',
  privatePage: 'Connectez-vous pour voir cette page.',
  registerText: 'Vous recevrez un message pour confirmer votre adresse.',
  checkMail: 'Consultez votre boîte de réception',
  checkMailText: 'Nous avons envoyé un lien à {email}. Ouvrez-le pour confirmer votre adresse, puis connectez-vous.',
  resend: 'Envoyer de nouveau',
  resent: 'Si cette adresse attend encore d’être confirmée, un autre message est en route.',
  resetText: 'Indiquez votre adresse : nous vous envoyons un lien vers un nouveau mot de passe.',
  send: 'Envoyer le lien',
  resetSent: 'S’il existe un compte avec cette adresse, un lien est en route.',
  choose: 'Choisir un mot de passe',
  chosen: 'Votre mot de passe est enregistré. Connectez-vous avec lui.',
  save: 'Enregistrer le mot de passe',
  verifying: 'Confirmation de votre adresse…',
  verified: 'Votre adresse est confirmée. Vous pouvez vous connecter.',
  verifyFailed: 'Ce lien ne peut pas être utilisé',
  notFound: 'Il n’y a rien ici',
  notFoundText: 'L’adresse est peut-être mal tapée, ou cette page n’est pas pour vous.',
  home: 'Vers la première page',
  noPages: 'Il n’y a pas encore de pages pour vous ici.',
  noContent: 'Le contenu de cette page ne peut pas encore être affiché ici.',
  away: 'L’application est injoignable',
  awayText: 'Réessayez dans un instant.',
  retry: 'Réessayer',
  expired: 'Vous avez été déconnecté. Reconnectez-vous pour continuer.',
};

export type Texts = typeof en;
export type Language = 'en' | 'fr';
const KEY = 'nocode.language';

export function texts(language: Language): Texts {
  return language === 'fr' ? fr : en;
}

export function firstLanguage(): Language {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(KEY);
  } catch {
    // Then the browser's.
  }
  return (stored ?? navigator.language).startsWith('fr') ? 'fr' : 'en';
}

export function keepLanguage(language: Language) {
  document.documentElement.lang = language;
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The choice then lasts until the next reload.
  }
}

/** The text with its `{places}` filled. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

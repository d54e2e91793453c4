import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { setApiLanguage } from '../api/client';
import { en } from './en';
import { fr } from './fr';

export const LANGUAGES = { en: 'English', fr: 'Français' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'nocode.language';

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function isLanguage(value: string | null | undefined): value is Language {
  return value !== null && value !== undefined && value in LANGUAGES;
}

function first(): Language {
  const wanted = stored() ?? navigator.language.slice(0, 2);
  return isLanguage(wanted) ? wanted : 'en';
}

function apply(language: string) {
  document.documentElement.lang = language;
  setApiLanguage(language);
}

void i18n.use(initReactI18next).init({
  resources: { en: { translation: en }, fr: { translation: fr } },
  lng: first(),
  fallbackLng: 'en',
  interpolation: { escapeValue: false },
});
apply(i18n.language);
i18n.on('languageChanged', apply);

export function setLanguage(language: Language) {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The choice then lasts until the next reload.
  }
  void i18n.changeLanguage(language);
}

/** The profile's language counts where this browser has no choice of its own. */
export function suggestLanguage(language: string | null) {
  if (!isLanguage(stored()) && isLanguage(language)) void i18n.changeLanguage(language);
}

export default i18n;

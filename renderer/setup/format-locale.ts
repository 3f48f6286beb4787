// Dates, times and numbers follow the person's own region where it belongs to the language of the words.

/** "en" in Britain is "en-GB": twenty-four hours, day before month. */
export function formatLocale(language: string): string {
  return navigator.languages.find((each) => each.split('-')[0] === language) ?? language;
}

/** Writing a letter: the form, its preview, and what a writer reads about it. */
export default {
  /** What stands under a letter whose writer ticked that it tells how many shares they hold. */
  sharesLine: (shares: string, company: string) => `I hold ${shares} shares of ${company}.`,
};

/** The console's pages of letters. */
export default {};

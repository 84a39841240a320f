/** Mails about letters. */
export default {};

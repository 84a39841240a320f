/** Papers with letters and names, and mails to the company. */
export default {};

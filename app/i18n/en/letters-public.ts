/** Letters that everyone may read, and their ledger. */
export default {};

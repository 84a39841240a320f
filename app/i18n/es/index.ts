/** Spanish says in English what is not translated yet. */
export default {};

export default {
  nav: { shareholders: "Shareholders", meetings: "Meetings" },
};

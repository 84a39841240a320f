/** Texts of a campaign and its organizers in sample emails: English to Spanish. */
export const inSpanishWords = new Map([
  ["Microsoft: end all agreements with ICE", "Microsoft: fin a todos los acuerdos con ICE"],
  ["It is paid for by gifts from its members.", "Lo pagan donaciones de sus miembros."],
  [
    "Microsoft ends all its agreements with ICE, resale through partners included; publishes what it " +
      "supplies today; and reports to shareholders on human-rights due diligence.",
    "Microsoft pone fin a todos sus acuerdos con ICE, incluida la reventa a través de socios; publica " +
      "lo que suministra hoy; e informa a sus accionistas sobre la debida diligencia en derechos humanos.",
  ],
  ["Report on human-rights due diligence", "Informe sobre la debida diligencia en derechos humanos"],
  [
    "27.30% (1,502,345,678 for, 4,000,123,456 against)",
    "27.30% (1,502,345,678 a favor, 4,000,123,456 en contra)",
  ],
  [
    "28.11% (1,564,321,000 for, 4,000,123,456 against)",
    "28.11% (1,564,321,000 a favor, 4,000,123,456 en contra)",
  ],
  ["Ratification of the auditor", "Ratificación de la auditora"],
  [
    "It now asks that Microsoft publish what it supplies through partners, by name and by sum, and no " +
      "longer only what it sells itself.",
    "Ahora pide que Microsoft publique también lo que suministra a través de socios, con sus nombres e " +
      "importes, y no solo lo que vende por sí misma.",
  ],
  ["Investor Relations", "Relaciones con Inversionistas"],
  ["2,499 letters and 1,120 names enclosed", "Se adjuntan 2,499 cartas y 1,120 nombres"],
  [
    "To whom it may concern:\n\nWe enclose 2,499 letters and 1,120 names.\n\nSincerely,",
    "A quien corresponda:\n\nAdjuntamos 2,499 cartas y 1,120 nombres.\n\nAtentamente",
  ],
  ["annex-a-letters-part-1.pdf", "anexo-a-cartas-parte-1.pdf"],
  ["What 1,400 terabytes do and do not tell us", "Lo que 1,400 terabytes nos dicen, y lo que no"],
  [
    "On February 17 the Guardian, with +972 Magazine and Local Call, reported from leaked files that " +
      "ICE’s data in Azure had grown from about 400 terabytes in July 2025 to nearly 1,400 in January " +
      "2026.",
    "El 17 de febrero The Guardian, con +972 Magazine y Local Call, publicó a partir de archivos " +
      "filtrados que los datos de ICE en Azure pasaron de unos 400 terabytes en julio de 2025 a casi " +
      "1,400 en enero de 2026.",
  ],
  ["The files ", "Los archivos "],
  ["do not say", "no dicen"],
  [
    " what the data is. It may serve surveillance; it may be the running of detention facilities. ",
    " qué son los datos. Pueden servir para la vigilancia, o para administrar centros de detención. ",
  ],
  ["That is the point of our second demand:", "De eso trata nuestra segunda exigencia:"],
  [" publish what is supplied today.", " publicar lo que se suministra hoy."],
  ["Company statement", "Declaración de la empresa"],
  [
    "Microsoft says that its policy bars mass surveillance of civilians, and that it does not believe " +
      "ICE is doing that.",
    "Microsoft dice que su política prohíbe la vigilancia masiva de civiles, y que no cree que ICE haga eso.",
  ],
  ["It does not say what was looked at.", "No dice qué se revisó."],
  ["Reported by Reuters, February 18, 2026", "Según Reuters, 18 de febrero de 2026"],
  [
    "We take these questions seriously, and we are looking into them.",
    "Tomamos en serio estas preguntas, y las estamos estudiando.",
  ],
  [
    "“Does not believe” is not “has looked”. We ask the company to look, and to say what it found.",
    "“No cree” no es “lo revisó”. Pedimos a la empresa que lo revise, y que diga qué encontró.",
  ],
  ["What you can do this week", "Qué puede hacer esta semana"],
  ["If you hold shares, ", "Si tiene acciones, "],
  ["say how you will vote", "diga cómo votará"],
  [
    ". You vote your own shares through your own broker; we cannot vote for you.",
    ". Usted vota sus propias acciones a través de su propio bróker; nosotros no podemos votar por usted.",
  ],
  ["Ask someone who has not signed:", "Pregunte a alguien que aún no firmó:"],
  ["a colleague,", "una colega,"],
  ["someone who holds a fund that holds Microsoft.", "alguien que tiene un fondo con acciones de Microsoft."],
  ["Where to ask", "Dónde preguntar"],
  ["Write to ", "Escriba a "],
  ["Answers take about a week.", "La respuesta tarda alrededor de una semana."],
  [
    "482,136 people had signed by November 24, 2026.",
    "El 24 de noviembre de 2026 habían firmado 482,136 personas.",
  ],
]);

import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

const conjunction = new Intl.ListFormat("es", { type: "conjunction" });
const listed = (items: readonly string[]) => conjunction.format(items);
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export default {
  told: {
    meeting: "Junta",
    meetingOf: (company, year) => `la junta anual de ${company} de ${year}`,
    meetingOn: (company, date) => `anual de ${company}, el ${date}`,
    meetingUndated: (company, year) => `anual de ${company} de ${year}; aún no conocemos su fecha`,
    unchecked: "(aún sin comprobar)",
    as: "Usted se compromete",
    kinds: {
      direct: "con acciones propias",
      fund: "como titular de un fondo, que no tiene voto en la empresa: se cuenta aparte y nunca se suma a las acciones",
      institution: "por una institución que decide por otros",
    },
    heldAs: "Las tiene",
    holdingForms: {
      broker: "a través de un bróker",
      registered: "a su propio nombre, con el agente de transferencias",
      employee_plan: "en un plan de empleados",
      ira_brokerage: "en una cuenta de jubilación con un bróker",
      foreign_broker: "a través de un bróker fuera de los Estados Unidos",
      unsure: "no sabe con seguridad cómo",
    },
    manager: "Gestora del fondo",
    shares: "Número",
    sharesInMail:
      "el número o el intervalo que nos dijo. Un mensaje no lo repite; lo muestra su propia página",
    sharesNone: "ninguna: el titular de un fondo no dice ningún número",
    number: (shares, count) =>
      icu("{count, plural, one {{shares} acción} other {{shares} acciones}}", { shares, count }),
    range: (from, to) => `entre ${from} y ${to} acciones`,
    heldSince: "Las tiene desde",
    tenures: {
      under_1_year: "hace menos de un año",
      "1_to_2_years": "hace entre uno y dos años",
      "2_to_3_years": "hace entre dos y tres años",
      "3_years_or_more": "hace tres años o más",
      unsure: "no lo sabe con seguridad",
    },
    account: "Cuenta",
    accountFlags: {
      cash: "una cuenta de efectivo",
      margin: "una cuenta de margen",
      lending: "las acciones pueden estar prestadas",
      unsure: "no lo sabe con seguridad",
    },
    onRecordDate: "En la fecha de registro",
    recordDateHoldings: {
      yes: "las tenía",
      no: "no las tenía",
      unsure: "no lo sabe con seguridad",
      not_applicable: "no se preguntó",
    },
    standing: "Instrucción de voto permanente",
    standingInstructions: { yes: "sí", no: "no", unsure: "no lo sabe con seguridad" },
    intend: "Intención de voto",
    intentions: { for: "a favor", against: "en contra", abstain: "abstención", undecided: "sin decidir" },
    wish: "Preferencia de voto",
    wishes: {
      for: "que el fondo vote a favor",
      against: "que el fondo vote en contra",
      abstain: "que el fondo se abstenga",
      undecided: "sin decidir",
    },
    intends: ({ item, intention }) =>
      `${item ?? "En general, sobre propuestas como las de esta campaña"}: ${intention}`,
    intendNothing: "no indicada",
    item: (number, title) => (number === null ? title : `Punto ${number}, ${title}`),
    willing: "Además",
    willingnesses: {
      cofile: "copresentaría una propuesta",
      attend: "asistiría a la junta",
      ask_question: "haría allí una pregunta",
      write_ir: "escribiría a relaciones con inversionistas",
      media: "hablaría con la prensa",
    },
    listed,
    comment: "Comentario",
    shownAs: "Se muestra como",
    displays: {
      anonymous: "no se muestra; su compromiso se cuenta",
      initials: "sus iniciales",
      public: "su nombre",
    },
    agreedTo: "Usted aceptó",
    agreed: ({ updates, contactCofile }) =>
      [
        "que su compromiso se guarde y se cuente",
        ...(updates ? ["novedades por correo electrónico"] : []),
        ...(contactCofile ? ["que se le escriba sobre la copresentación"] : []),
        "su nombre no se da a la empresa",
      ].join("; "),
  },

  reminders: {
    kinds: {
      "record-date-21": "21 días antes de la fecha de registro",
      "record-date-5": "5 días antes de la fecha de registro",
      "ballot-open": "cuando se abre la votación",
      "vote-by-14": "14 días antes de que termine la votación",
      "vote-by-3": "3 días antes de que termine la votación",
      "vote-by-1": "el día antes de que termine la votación",
      "meeting-day": "el día de la junta",
      outcome: "el día después de la junta, para preguntar si votó",
      "tier-unlocks": "el día desde el que puede reunir los requisitos para copresentar",
      "proposal-deadline-60": "60 días antes del plazo de las propuestas",
      "proposal-deadline-30": "30 días antes del plazo de las propuestas",
      "fund-letter-14": "dos semanas después de su compromiso, para preguntar qué resultó de su carta",
      "fund-letter-outcome": "el día después de la junta, para preguntar qué resultó de su carta",
    },
    states: {
      scheduled: (date) => `previsto para el ${date}`,
      queued: (date) => `enviado el ${date}`,
      cancelled: () => "ya no llega",
      missed: () => "omitido, pues habría llegado demasiado tarde para servir",
    },
    line: (kind, state) => `${sentence(kind)}: ${state}`,
    none: "No hay ninguno previsto. En cuanto conozcamos las fechas de la junta, se programan.",
    noneForFund:
      "No hay ninguno previsto. Después de la junta preguntamos una vez qué resultó de su carta, en cuanto conozcamos su fecha.",
    stopped: "No llega ninguno: usted pidió no recibir más.",
    told: "No llega ninguno: usted nos dijo cómo terminó.",
    notHeld:
      "Esta vez no llega ninguno para votar: usted dijo que no tenía sus acciones en la fecha de registro, y en esta junta solo pueden votarse las acciones que se tenían ese día.",
    ended: "No llega ninguno: el compromiso no está en vigor.",
  },

  confirm: {
    title: "Confirme su compromiso",
    eyebrow: "Un compromiso de intención de voto",
    filledIn: (date) => `Esto es lo que se escribió el ${date}. Si es correcto, pulse el botón de abajo.`,
    button: "Confirmar mi compromiso",
    what: "Al pulsar el botón, su compromiso cuenta y usted recibe un comprobante con un enlace para verlo, cambiarlo o retirarlo. No le obliga a nada.",
    replaces: "Ocupa el lugar de lo que comprometió antes para esta junta.",
    notMe: "¿No fue usted?",
    notMeText:
      "Alguien escribió su dirección en el formulario. Cierre esta página y lo escrito se borrará a los siete días sin haber contado. O bórrelo ahora y no vuelva a recibir nunca un mensaje de este sitio.",
    neverButton: "Borrarlo y no escribirme nunca más",
    sharesUnreadable: "guardado, pero en este momento no puede leerse; la culpa es nuestra",
    lateTitle: "La votación de esta junta ha terminado",
    lateText:
      "Este compromiso no se confirmó mientras aún se podía votar, por lo que no cuenta. Lo que se escribió se borra siete días después del mensaje que pedía confirmarlo. No hay nada que hacer.",
    neverWithdrawn:
      "Este compromiso estaba confirmado. Ahora queda retirado y ya no está en ningún total. El número de sus acciones y su comentario se borran; se conservan su nombre, su dirección, las demás respuestas y la hora de cada paso. Para que se borre todo, abra su propia página con el enlace de su comprobante mientras ese enlace tenga menos de un día, o escriba a quien dirige este sitio: ya no podemos enviarle por correo un enlace nuevo. Para cumplir la promesa guardamos una huella cifrada con clave de la dirección, de la que no es posible leerla.",
    doneTitle: "Este compromiso ya está confirmado",
    doneText: "Cuenta una vez. No hay nada más que hacer.",
    reviewTitle: "Este compromiso espera revisión",
    reviewText:
      "Está confirmado. Un compromiso de más de 10 millones de acciones cuenta cuando alguien de la organización lo ha revisado.",
    refusedTitle: "Este compromiso no se aceptó",
    refusedText:
      "Alguien de la organización lo revisó, porque es de más de 10 millones de acciones, y no lo aceptó. No cuenta en ninguna parte. Escriba a la campaña si esto es un error.",
    withdrawnTitle: "Este compromiso fue retirado",
    withdrawnText: "No cuenta. Si ha cambiado de opinión, puede comprometer su voto de nuevo.",
    supersededTitle: "Un compromiso más reciente ha ocupado su lugar",
    supersededText: "Usted confirmó otro compromiso después de este: cuenta ese.",
    toldTitle: "Usted ya ha dicho cómo votó",
    toldText:
      "Lo que dijo se refiere al compromiso que cuenta, por lo que ese compromiso queda como está y este cambio no se admite. En su propia página puede corregir lo que dijo o retirar el compromiso.",
    expiredTitle: "Este enlace ha caducado",
    expiredText: "Los compromisos sin confirmar se borran a los siete días. Llene el formulario de nuevo.",
    goneTitle: "Aquí no hay nada que confirmar",
    goneText:
      "Quizá confirmó después otro compromiso: entonces cuenta ese. Si el enlace está incompleto, copie la dirección completa del mensaje. Si lo escrito se borró, llene el formulario de nuevo.",
    toForm: "Al formulario para accionistas",
  },

  thanks: {
    title: "Su compromiso cuenta",
    titleInReview: "Su compromiso espera revisión",
    inReview:
      "Más de 10 millones de acciones: alguien de la organización lo revisa antes de que cuente. Usted no tiene que hacer nada; su propia página dirá cuándo cuenta.",
    expiredTitle: "Gracias por su compromiso",
    expiredText: "Su comprobante está en su correo, con el enlace para cambiar o retirar su compromiso.",
    nextHeading: "Qué pasa después",
    next: "Usted vota sus propias acciones, con la boleta que le llega. Le escribimos cuando haya algo que hacer, con los pasos según la forma en que tiene sus acciones:",
    nextUndated:
      "Usted vota sus propias acciones, con la boleta que le llega. Le escribimos antes de la fecha de registro, si aún está por venir, cuando se abre la votación, 14, 3 y 1 días antes de que termine, el día de la junta y una vez después. Hasta ahora no conocemos estas fechas, o no están comprobadas, por lo que aún no hay nada programado.",
    nextInReview:
      "Usted vota sus propias acciones, con la boleta que le llega. Los recordatorios se programan cuando su compromiso cuente.",
    nextStopped:
      "Usted vota sus propias acciones, con la boleta que le llega. Pidió no recibir más recordatorios, así que no llega ninguno.",
    nextTold: "Usted nos dijo cómo terminó, así que no llega ningún recordatorio más para votar.",
    nextOver: "La votación ha terminado, así que no llega ningún recordatorio para votar.",
    nextNotHeld:
      "Usted dijo que no tenía sus acciones en la fecha de registro. En esta junta solo pueden votarse las acciones que se tenían ese día, así que esta vez no llega ningún recordatorio para votar. Su compromiso queda como lo que usted nos dijo.",
    nextNone:
      "Usted vota sus propias acciones, con la boleta que le llega. No queda ningún recordatorio por llegar antes de esta junta.",
    nextFund: (meeting) =>
      `El titular de un fondo no recibe boleta para ${meeting}. Lo que puede hacer es elegir una política de voto, si la gestora de su fondo la ofrece, o escribir a la gestora. Su compromiso se cuenta aparte y nunca se suma a las acciones.`,
    fundAsks:
      "Le preguntamos por correo electrónico qué resultó de su carta: una vez a las dos semanas y una vez después de la junta, cuando conozcamos su fecha.",
    changeHeading: "Cambiarlo o retirarlo",
    changeText: "Un cambio crea una versión nueva, que cuenta en lugar de la anterior.",
    changeLink: "Cambiar mi compromiso",
    withdrawText: "El enlace para retirarlo está en su correo.",
    shareHeading: "Dígaselo a un accionista más",
    coFileHeading: "Usted copresentaría",
    coFileText:
      "Cada copresentante debe reunir los requisitos por sí solo. Vea desde cuándo puede reunirlos y qué debe tener listo.",
    coFileLink: "¿Puedo copresentar?",
  },

  manage: {
    heading: (company, year) => `Su compromiso para la junta anual de ${company} de ${year}`,
    unreadable:
      "Lo que comprometió no puede leerse en este momento. La culpa es nuestra y ha quedado anotada; no se pierde nada. Todo lo demás de esta página funciona, incluido borrar.",
    campaign: "Campaña",
    state: "Estado",
    version: (version) => `versión ${version}`,
    states: {
      email_pending: "a la espera de que usted lo confirme",
      active: "contado",
      flagged: "espera revisión, aún no cuenta",
      notAccepted: "revisado por la organización y no aceptado, no cuenta",
      withdrawn: "retirado, no cuenta",
      superseded: "una versión más reciente ha ocupado su lugar",
    },
    pledgedOn: "Hecho",
    pledged: (date, version) => `${date}, con los avisos de ${version}`,
    confirmedOn: "Confirmado",
    sharesWiped: "borrado cuando terminó el compromiso",
    sharesUnreadable: "guardado, pero en este momento no puede leerse; la culpa es nuestra",
    verification: "Comprobado",
    verifications: {
      self_reported: "nada: solo su palabra",
      email_confirmed: "su correo electrónico; la participación es solo su palabra",
      document_checked: (date) => `documentos que usted mostró, vistos el ${date}; no se guarda ninguno`,
      broker_letter: (date) => `una carta de su bróker, vista el ${date}; no se guarda`,
    },
    outcome: "Después",
    outcomes: {
      unknown: "Aún no ha dicho si votó.",
      voted_as_pledged: "votó como se comprometió",
      voted_otherwise: "votó de otro modo",
      did_not_vote: "no votó",
    },
    outcomeTold: (outcome, date) => `${outcome}, según nos dijo el ${date}`,
    letter: "Su carta",
    fundOutcomes: {
      unknown: "Aún no ha dicho qué resultó de ella.",
      supports: "la envió, y la gestora apoya estas propuestas",
      declines: "la envió, y la gestora dice que no",
      no_position: "la envió, y la gestora no dice cómo vota",
      no_answer: "la envió, y por ahora no hay respuesta",
      policy: "eligió una política de voto",
      not_yet: "aún no la ha enviado",
      not_sent: "no la va a enviar",
    },
    letterLink: "Abra su carta y díganos qué resultó de ella",
    outcomeLink: "Díganos si votó",
    outcomeChange: "Cambiarlo",
    confirmLink: "Revisar este compromiso y confirmarlo",
    changeLink: "Cambiarlo",
    changeText: "abre el formulario con lo que nos dijo y crea una versión nueva.",
    againLink: "Comprometer el voto de nuevo",
    againText: "abre el formulario, sin preguntar quién es usted.",
    hideHeading: "Cómo aparece",
    hideText:
      "En un minuto quita sus iniciales o su nombre de este sitio, también junto a los totales. Su compromiso se sigue contando.",
    hideButton: "Ocultarme",
    consentsHeading: "Sus opciones",
    consentsButton: "Guardar estas opciones",
    remindersHeading: "Recordatorios",
    stopText: "Termina todos los recordatorios de este compromiso, y nada más: su compromiso sigue en pie.",
    stopButton: "Detener los recordatorios",
    withdrawHeading: "Retirar su compromiso",
    withdrawText:
      "Lo saca al momento de todos los totales, borra el número de acciones y termina sus recordatorios.",
    withdrawButton: "Retirar mi compromiso",
    looksHeading: "Quién ha visto el número de sus acciones",
    looksNone:
      "Hasta ahora, nadie. Quienes tienen esa función en la organización pueden verlo, y pueden exportar la lista con los números; cada consulta y cada exportación queda registrada y figura aquí.",
    look: {
      look: (by, at) => `${at}: ${by}`,
      export: (by, at) => `${at}: en una exportación de la lista, por ${by}`,
    },
    lookByOperator: "quien administra este sitio",
    lookByGone: "alguien que ya no está en la organización",
    saved: {
      "hide-pledge": "Usted ya no se muestra.",
      "withdraw-pledge": "Su compromiso está retirado y ya no cuenta.",
      "stop-reminders": "No llegan más recordatorios. Su compromiso sigue en pie.",
      "pledge-consents": "Se han guardado sus opciones.",
    },
  },

  voted: {
    title: "¿Votó?",
    intro: (meeting) => `Usted comprometió su voto para ${meeting}. Díganos cómo votó:`,
    voted_as_pledged: "Voté como me comprometí",
    voted_otherwise: "Voté de otro modo",
    did_not_vote: "No voté",
    early: (ends) =>
      `Puede que la votación siga abierta. Díganoslo cuando haya votado, y no le llegará ningún recordatorio más para votar. Si no votó, podrá decirlo cuando termine la votación${ends ? `, después del ${ends}` : ""}; vuelva con este mismo enlace.`,
    use: "Muestra cuántas de las personas que se comprometen votan realmente, y según la forma en que tienen sus acciones, para mejorar los pasos que enviamos. Su respuesta se cuenta; no se muestra el nombre de nadie.",
    told: (answer, date) => `El ${date} nos dijo: ${answer}. Puede cambiarlo aquí.`,
    thanksTitle: "Gracias, ha quedado registrado",
    thanks: {
      voted_as_pledged: "Votó como se comprometió, y cuenta entre quienes lo hicieron.",
      voted_otherwise: "Votó de otro modo. Esa decisión es solo suya, y unas cifras honradas la necesitan.",
      did_not_vote: "No votó. También vale la pena saberlo: muestra dónde se pone difícil votar.",
    },
    changeText: "¿Pulsó el botón equivocado? El mismo enlace le permite cambiarlo.",
    changeLink: "Cambiar mi respuesta",
    noMore: "No llega ningún recordatorio más para votar en esta junta.",
    tooEarlyTitle: "Es demasiado pronto para decirlo",
    tooEarly: (meeting) =>
      `Para ${meeting}, nadie puede haber votado todavía. Este enlace sirve desde el día en que la votación pueda estar abierta.`,
    notAskedTitle: "Esta vez no se le pregunta",
    notAsked: (meeting) =>
      `Usted nos dijo que no tenía sus acciones en la fecha de registro de ${meeting}. Allí solo pueden votarse las acciones que se tenían ese día, así que no hay nada que decir.`,
    notAskedChange: "Si no fue así, cambie primero su compromiso.",
    goneTitle: "Aquí no hay nada que decir",
    gone: "El enlace está incompleto o es demasiado antiguo, o el compromiso se retiró o se borró. No ha cambiado nada.",
    errorTitle: "No se ha registrado nada",
    errors: {
      unclear: "Pulse uno de los botones",
      "too-early": "Si no votó, podrá decirlo cuando termine la votación",
    },
    totals: "Lo que los accionistas han comprometido hasta ahora",
  },

  fundLetter: {
    title: "¿Envió su carta?",
    intro: (meeting, manager) =>
      `Usted se comprometió para ${meeting} a elegir una política de voto o a escribir a ${manager ?? "la gestora de su fondo"}. ¿Qué resultó?`,
    answers: {
      supports: "La envié. Apoyan estas propuestas",
      declines: "La envié. Dicen que no",
      no_position: "La envié. No dicen cómo votan",
      no_answer: "La envié. Sin respuesta por ahora",
      policy: "Elegí una política de voto",
      not_yet: "Aún no la he enviado",
      not_sent: "No la voy a enviar",
    },
    use: "Contamos las respuestas según nos las dan, aparte de las acciones y de los votos. No se muestra a nadie por su nombre.",
    thanks: {
      supports: "La envió, y apoyan estas propuestas. Gracias por preguntarles.",
      declines: "La envió, y dicen que no. Ahora saben qué quiere uno de sus titulares.",
      no_position: "La envió, y no dicen cómo votan. Puede preguntarles una vez más.",
      no_answer: "La envió, y por ahora no hay respuesta. Cuando llegue, díganoslo con el mismo enlace.",
      policy: "Eligió una política de voto. Es una de las dos cosas a las que se comprometió.",
      not_yet: "Aún no la ha enviado. La carta está abajo.",
      not_sent: "No la va a enviar, y no preguntamos más. Su compromiso sigue en vigor hasta que lo retire.",
    },
  },

  stop: {
    title: "Detener los recordatorios de su compromiso",
    ask: (meeting) =>
      `Le recordamos por correo electrónico lo que hay que hacer antes de ${meeting}. Pulse el botón y no recibirá más recordatorios.`,
    button: "Detener los recordatorios",
    nothingElse:
      "No cambia nada más: su compromiso sigue en pie y cuenta, y las novedades que pidió le siguen llegando. Este enlace no sirve para otra cosa y no necesita contraseña.",
    doneTitle: "Los recordatorios se han detenido",
    done: "No se le envían más recordatorios de este compromiso. Aún puede llegarle alguno que esté en camino en este momento.",
    doneElse:
      "No ha cambiado nada más. Su compromiso sigue en pie, y las novedades que pidió le siguen llegando.",
  },
} satisfies Translation<Words["heldPledges"]>;

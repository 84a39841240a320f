import type { Rule } from "./phrases.ts";
import { attack, type Kind } from "./rule-kind.ts";

/** Insults and slurs against somebody who is addressed or named. */
export const spanishAttacks: readonly Rule<Kind>[] = [
  attack("", "no (eres|sois|sos|es|son) (mas que / otra cosa que) <ADORNO>* <INSULTO>"),
  attack(
    "n",
    "({gente} / <NAME> / <SU|EL> <OFICIO> / ustedes|usted|vos|tu|vosotros|nadella|satya)? (y / " +
      "<NAME>)* (eres / sois / sos / usted es / ustedes son / vosotros sois / fuiste / pareces / " +
      "parecen) (<ADORNO|como>)* <INSULTO>",
  ),
  attack(
    "n",
    "(<NAME> / <EL> <OFICIO> (de (<NAME> / . )+)? / nadella / satya / usted|ustedes|ud) (y / " +
      "<NAME|OFICIO|EL>)* (es / son / era / parece / parecen / seguira siendo / siempre ha sido) " +
      "(<ADORNO|como>)* <INSULTO>",
  ),
  attack("n", "(<NAME> / nadella / satya) ,? (<ADORNO|ese|esa|es|,>)* <INSULTO>"),
  attack(
    "n",
    "(ese|esa|el|la|al|del|este|esta|tu|su|vaya|menudo) <ADORNO>* <INSULTO> (de )? (<ADORNO>)* (<NAME> " +
      "/ <OFICIO> / nadella|satya|director)",
  ),
  attack(
    "n",
    "(son|eres|sois|^|,|y|pinches|malditos|vaya|menuda|que) (unos / una / un / mas que / puros / " +
      "pinches / malditos)* " +
      "(par|manga|bola|banda|partida|sarta|hato|pedazo|pedazos|panda|hatajo|grupo|monton) de <ADORNO>* " +
      "<INSULTO> / (^ / ,) (pinches|pinche|malditos|maldito|putos|puto) <ADORNO>* <INSULTO> / que " +
      "<INSULTOFUERTE> (son|eres|sois|sos|es)",
  ),
  attack(
    "n",
    "que te (jodan|den|follen) / " +
      "(jodete|jodanse|jodase|jodeos|chingate|chinguense|chingense|cogete|comeme|mamala|mamenla|mamala) " +
      "/ (vete|vayase|vayanse|iros|idos|andate|anda|andense|larguense|largate|vayan) .? (a la " +
      "(mierda|verga|chingada|puta|concha|porra) / al (carajo|diablo|infierno) / a (chingar / cagar / " +
      "tomar por culo / freir)) / (chinga / chinguen / chingas / chingue / me cago en) .? .? (a)? " +
      "(tu|su|vuestra|sus|tus) (madre / puta madre / padre / muertos / muelas / raza) / " +
      "(hij[oa]s|hijo|hija|hijos|hijas|hijxs) de (la|su|tu|una|mil)* " +
      "(gran|chingada|remil|rechingada|re)* (puta / putas / perra / chingada / tal por cual / mierda / " +
      "yuta / remil putas / su madre) / la (concha|puta) (de)? (tu / su / que / que te) .? " +
      "(madre|hermana|pario) / la concha de / (tu|su) (puta )? madre (es / era / en tanga / la puta) / " +
      "(conchadetumadre|ctm|ptm|hdp|hdpt|lctm) / (me cago en (ti / vos / usted / ustedes / todos " +
      "vosotros))",
  ),
  attack(
    "n",
    "(que|menudo|vaya|tremendo) (asco|mierda|basura|porqueria|bola|manga|par|pedazo) de .? .? " +
      "(es|son|eres|sos|sois|persona|personas|gente|<INSULTO>) / (no) " +
      "(sirves|sirve|servis|sirven|vales|vale|valen) (ni)? (para|pa|un|una|nada|ni) / <INSULTOFUERTE> , " +
      "(y|<ADORNO>)* <INSULTO> / ^ (<ADORNO>)* <INSULTOFUERTE> (^|,) / cara de " +
      "(culo|verga|pija|mierda|rata|cerdo|huevo|nalga|chota|perro|pinga|imbecil|pendejo|idiota)",
  ),
  attack(
    "no",
    "(todos / los que / ustedes / quienes / quien) .? .? .? .? .? (son|es) " +
      "(unos|un|una|unas|puros|puras|pura|tremendos) <ADORNO>* " +
      "<INSULTOFUERTE|retrasados|retrasado|retrasada> / ^ (<ADORNO>)* <INSULTOFUERTE> " +
      "(todos|los|,|ustedes|de) / (tu|su) madre (debe|deberia|se) .? .? .? " +
      "(verguenza|averguenza|arrepentir|arrepentida|arrepiente) / semejante <INSULTO> / " +
      "(pinche|pinches|puta|puto|maldita|maldito|pinshi) " +
      "(vieja|viejo|viejas|gorda|gordo|ridicula|ridiculo|directora|director|bruja|<INSULTO>|<OFICIO>)",
  ),
  attack("nc", "(<ES_SURESLUR>)"),
  attack("n", "(<ES_SLUR>)"),
  attack(
    "n",
    "<PUEBLO> (de mierda / asqueroso / asquerosos / culero / culeros / apestoso / apestosos / cochino " +
      "/ cochinos / de porqueria / roñoso / inmundo / inmundos / muerto de hambre / muertos de hambre) / " +
      "<VIL> <PUEBLO>",
  ),
  attack(
    "n",
    "(regresate|regresa|regresen|regresense|regresese|vuelvete|vuelve|vuelva|vuelvase|vuelvan|" +
      "vuelvanse|volvete|vete|vayanse|vayase|largate|larguense|larguese|andate) .? .? (a|para|de)+ (tu|" +
      "su|vuestro|la|tus|sus) (pais|paises|tierra|india|selva|pueblo|rancho) / (vuelve|vuelvete|" +
      "regresate|vete|volvete|largate|vuelvase|regresese) a (la india / africa / mexico / china / " +
      "bolivia / venezuela / donde / tu)",
  ),
  attack(
    "n",
    "(eres|sois|sos|son|es|tienes|tiene|tenes) (tan|mas|muy|un|una|cara|pinta|el|la)+ (de)? .? .? (feo " +
      "/ fea / gordo / gorda / estupido / estupida / imbecil / tonto / bruto / bestia / mierda / asco / " +
      "asqueroso / asquerosa / culo / rata / cerdo / escoria / verguenza humana / desperdicio / error / " +
      "aborto / inutil) (que|de|humano|como|para)? .? ",
  ),
  attack(
    "n",
    "(nadie / ni tu madre / ni su madre / hasta tu madre / tu propia / todos) .? .? (te|lo|los|la) " +
      "(quiere / quieren / soporta / odia / odian / extranara / aguanta / va a extranar / detesta / " +
      "desprecian)",
  ),
];

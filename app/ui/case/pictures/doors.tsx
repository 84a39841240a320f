import type { Drawn } from "#app/domain/pages/case-plan.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Drawing } from "./drawing.tsx";

/** Draws the same door and sheet of paper twice: closed and signed, forced and not signed. */
export function Doors({ claim: { number, picture } }: { claim: Drawn<"doors"> }) {
  const { doors: say } = useWords().case.pictures;
  const { signed, signedBy, unsigned, unsignedBy } = picture;
  return (
    <figure className="doors">
      <div>
        <Door id={`p${number}-s`} title={signed} desc={say.signed} isSigned />
        <p>
          <b>{signed}</b> {signedBy}
        </p>
      </div>
      <div>
        <Door id={`p${number}-u`} title={unsigned} desc={say.unsigned} isSigned={false} />
        <p>
          <b>{unsigned}</b> {unsignedBy}
        </p>
      </div>
    </figure>
  );
}

const signature = "M134 113c4-9 8-13 9-10s-6 11-2 10 6-9 8-8-2 8 1 7 5-6 7-5-1 5 2 5 8-3 14-6";

function Door({ isSigned, ...drawn }: { id: string; title: string; desc: string; isSigned: boolean }) {
  return (
    <Drawing {...drawn} className="door" viewBox="-2 10 204 152">
      <path className="thick" d="M6 148V14h78v134" />
      {isSigned ? (
        <>
          <path className="thin" d="M14 148V22h62v126M24 33h42v40H24zM24 85h42v50H24z" />
          <circle className="dot" cx="69.5" cy="82" r="2.6" />
        </>
      ) : (
        <>
          <path className="fill" d="M14 22h62v126H14z" />
          <path className="leaf" d="M17 22l-9 12v124l36-16V40z" />
          <path className="thin" d="M16 62l14 10-10 14 16 12M16 118l18-6" />
        </>
      )}
      <path className="paper" d="M112 40h62l12 12v80h-74z" />
      <path className="greek" d="M122 58h36M122 70h52M122 79h48M122 88h30" />
      <path className="thin" d="M174 40v12h12M122 118h54M122 109l6 6m0-6l-6 6" />
      {isSigned && <path className="pen" d={signature} />}
      <path className="thick" d="M0 148h200" />
    </Drawing>
  );
}

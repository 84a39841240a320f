import type { CasePicture } from "#app/domain/campaign/campaign.ts";

/** The one picture of a case, with who made it and how it may be used. */
export function Picture({ picture }: { picture: CasePicture | null }) {
  if (!picture) return null;
  const { src, width, height, alt, credit, licence, language } = picture;
  return (
    <figure className="picture" lang={language}>
      <img src={src} width={width} height={height} alt={alt} loading="lazy" decoding="async" />
      <figcaption>
        {credit}, {licence}
      </figcaption>
    </figure>
  );
}

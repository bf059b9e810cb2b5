import { CopyField } from '../components/copy-field.tsx';
import { messages } from '../language/current.ts';
import { Steps } from './steps.tsx';

/** The pixel for Shopify's checkout, which no theme reaches. */
export function ShopifyPixel({ pixel }: { pixel: string }) {
  const t = messages.value.install;
  return (
    <>
      <h3>{t.pixelTitle}</h3>
      <Steps steps={t.pixelSteps} />
      <CopyField label={t.pixelTitle} text={pixel} isLong />
    </>
  );
}

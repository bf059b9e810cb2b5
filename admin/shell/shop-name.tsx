import './shop-name.css';
import { Badge } from '../components/badge.tsx';
import { firstMessages } from '../language/current.ts';
import { shop } from '../session/session.ts';

export function ShopName() {
  const t = firstMessages.value.badges;
  return (
    <div class="shop-name">
      <strong>{shop.value?.name}</strong>
      {shop.value?.demo && (
        <Badge tone="warn" title={t.demoMeaning}>
          {t.demo}
        </Badge>
      )}
      <span class="soft small">{shop.value?.domain.replace(/^https?:\/\//, '')}</span>
    </div>
  );
}

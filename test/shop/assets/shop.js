// The shop's own behaviour. Without it everything works by plain forms.
(() => {
  // The shop's own content of Vitrina's slots comes after this many ms. Where Vitrina was faster it stays behind her
  // drawing, and is there again when she takes that down.
  const PATIENCE = 600;
  setTimeout(() => {
    for (const own of document.querySelectorAll('[data-vitrina] > template')) own.replaceWith(own.content);
  }, PATIENCE);

  for (const form of document.querySelectorAll('form[data-submit-on-change]')) {
    form.addEventListener('change', () => form.requestSubmit());
  }

  // Consent that was withdrawn where Vitrina shows people their own data: the shop keeps the answer, as its banner does.
  addEventListener('vitrina:consent', ({ detail }) => {
    const body = new URLSearchParams({ consent: detail.statistics ? 'all' : 'necessary', back: location.pathname });
    fetch('/shop/consent', { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => {});
  });

  // The answer to the consent banner is kept by the shop and told to Vitrina at once: the page need not come again.
  for (const form of document.querySelectorAll('form[data-consent]')) {
    form.addEventListener('submit', async (event) => {
      const answer = event.submitter?.value;
      if (!answer) return;
      event.preventDefault();
      const allowed = answer === 'all';
      window.vitrina?.('consent', { statistics: allowed, personalisation: allowed, marketing: allowed });
      const banner = form.closest('.consent');
      if (banner) banner.remove();
      // If this fails, the next page asks again.
      await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams({ consent: answer, back: form.elements.back.value }),
        redirect: 'manual',
        keepalive: true,
      }).catch(() => {});
      if (!banner) location.assign(form.elements.back.value);
    });
  }
})();

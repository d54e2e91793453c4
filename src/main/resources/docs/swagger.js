const api = new URL('../', document.baseURI);
const ui = SwaggerUIBundle({
  url: new URL('schema/?format=json', api).href,
  dom_id: '#swagger',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
});
document.getElementById('sign-in').addEventListener('submit', async (event) => {
  event.preventDefault();
  const state = document.getElementById('state');
  const answer = await fetch(new URL('v1/foundation/auth/login/', api), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      email: document.getElementById('email').value,
      password: document.getElementById('password').value,
    }),
  });
  const body = await answer.json();
  if (answer.ok) {
    ui.preauthorizeApiKey('bearer', body.access);
    state.textContent = 'Signed in as ' + body.user.email;
  } else {
    state.textContent = body.error;
  }
});

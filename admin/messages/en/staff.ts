export const staff = {
  setUp: {
    title: 'Welcome to Vitrina',
    lead: 'Create the owner’s account. It takes half a minute.',
    link: 'One-time link',
    linkHint: 'It stands in the terminal where Vitrina was started.',
    name: 'Your name',
    email: 'E-mail',
    password: 'Password',
    passwordHint: 'At least 10 characters. A few words in a row are good.',
    refused: {
      name: 'Enter a name of up to 100 characters',
      email: 'This is not an e-mail address',
      password: 'Choose 10 to 200 characters',
    },
    submit: 'Create account',
  },

  signIn: {
    title: 'Sign in',
    lead: 'To your shop’s panel.',
    expired: 'Your session has ended. Sign in, and you are back where you were.',
    byLink: 'Opening the panel',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    forgotten:
      'Forgot the password? Start Vitrina with “vitrina serve --link”: the terminal prints a link that signs you in.',
  },
};

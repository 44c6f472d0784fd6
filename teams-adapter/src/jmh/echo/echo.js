// A bot that says back what it hears: the least that botbuilder for JavaScript can do for a message, and for a button.
// Started by TeamsLoad, with the same requests as the coach. Whoever sends one is verified, with keys from the same
// metadata. What it writes with is given to it, since its library fetches tokens over https only; it does that once an hour.
const http = require('http');
const { ActivityTypes, CloudAdapter, MessageFactory } = require('botbuilder');
const { BotFrameworkAuthenticationFactory } = require('botframework-connector');

const { APP, METADATA, PORT } = process.env;

const credentials = {
  isValidAppId: async (id) => id === APP,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request) => {
      request.headers.set('authorization', 'Bearer token');
      return request;
    },
  }),
};

const authentication = BotFrameworkAuthenticationFactory.create(
  '',
  true,
  'https://login.microsoftonline.com/botframework.com',
  'https://api.botframework.com',
  'https://api.botframework.com',
  'https://api.botframework.com',
  METADATA,
  METADATA,
  'urn:botframework:azure',
  credentials,
  { requiredEndorsements: [] },
);

const adapter = new CloudAdapter(authentication);

const said = (text) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: `You said: ${text}` }],
  actions: [{ type: 'Action.Execute', verb: 'say', title: 'Again', data: { about: 'echo', say: 'again' } }],
});

const turn = async (context) => {
  if (context.activity.type === ActivityTypes.Invoke) {
    const body = {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: said(context.activity.value.action.data.say),
    };
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
  } else {
    await context.sendActivity(
      MessageFactory.attachment({
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: said(context.activity.text),
      }),
    );
  }
};

// As little of a web server as the adapter wants of one.
http
  .createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', async () => {
      if (request.method !== 'POST') {
        response.writeHead(200).end();
        return;
      }
      request.body = JSON.parse(Buffer.concat(parts).toString());
      let body = '';
      await adapter.process(
        request,
        {
          socket: response.socket,
          status: (code) => (response.statusCode = code),
          header: (name, value) => response.setHeader(name, value),
          send: (value) => (body = typeof value === 'string' ? value : JSON.stringify(value)),
          end: () => response.end(body),
        },
        turn,
      );
    });
  })
  .listen(Number(PORT), '127.0.0.1');

// A bot that says back what it hears, privately: the least that Bolt for JavaScript can do for a command.
// Started by SlackLoad, with the same requests as the coach. Nothing is asked of Slack for one.
const { App, LogLevel } = require('@slack/bolt');

const app = new App({
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  authorize: async () => ({ botToken: 'xoxb-echo', botId: 'B1', botUserId: 'UBOT' }),
  endpoints: ['/slack/events'],
  logLevel: LogLevel.ERROR,
});

app.command('/pushback', async ({ command, ack }) => {
  await ack({ response_type: 'ephemeral', text: `Only you can see this: ${command.text}` });
});

app.start(Number(process.env.PORT));

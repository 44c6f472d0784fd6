// Draws one card: a message, a window or the Home tab. render.mjs calls it in the browser.
import { createRoot } from "react-dom/client";
import { Message } from "slack-blocks-to-jsx";
import "slack-blocks-to-jsx/dist/style.css";
import "./frame.css";

const LOGO =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36"><rect width="36" height="36" rx="6" fill="#35617e"/></svg>'
  );

function Blocks({ blocks, theme, bare }) {
  return (
    <Message
      blocks={blocks}
      theme={theme}
      name="pushback"
      logo={LOGO}
      time={new Date("2026-03-10T10:00:00Z")}
      withoutWrapper={bare}
    />
  );
}

function Modal({ view, theme }) {
  return (
    <div className="window">
      <header>{view.title.text}</header>
      <Blocks blocks={view.blocks} theme={theme} bare />
      <footer>
        {view.close && <span>{view.close.text}</span>}
        {view.submit && <span className="submit">{view.submit.text}</span>}
      </footer>
    </div>
  );
}

window.draw = (card, theme) => {
  document.body.className = theme;
  const root = createRoot(document.getElementById("card"));
  if (card.type === "modal") {
    root.render(<Modal view={card} theme={theme} />);
  } else {
    root.render(<Blocks blocks={card.blocks} theme={theme} bare={card.type === "home"} />);
  }
};

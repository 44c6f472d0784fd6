package dev.pushback.teams.door;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.microsoft.bot.builder.TurnContextImpl;
import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.connector.authentication.AuthenticationConstants;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import com.microsoft.bot.schema.ConversationReference;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.pushback.teams.FakeMicrosoft;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SDK stays where it is, and is mute. */
class FenceTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.pushback.teams");

  private final MuteAdapter adapter = new MuteAdapter(FakeMicrosoft.APP);

  private static DescribedPredicate<JavaClass> ofTheSdk() {
    return DescribedPredicate.describe(
        "of the SDK", one -> one.getPackageName().startsWith("com.microsoft"));
  }

  @Test
  void onlyTheFenceKnowsTheSdk() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Bot.class.getName())
        .and()
        .doNotHaveFullyQualifiedName(Dispatch.class.getName())
        .and()
        .doNotHaveFullyQualifiedName(MuteAdapter.class.getName())
        .should()
        .dependOnClassesThat(ofTheSdk())
        .check(CLASSES);
    assertThat(
            CLASSES.get(Bot.class).getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass())
                .filter(ofTheSdk()))
        .isNotEmpty();
  }

  /** The SDK's own way to sign in takes tokens of other bots, and its way to answer is public. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sendActivity",
        "sendActivities",
        "updateActivity",
        "deleteActivity",
        "continueConversation",
        "createConversation",
        "processIncomingActivity",
        "authenticateRequest",
        "authenticateToken"
      })
  void nothingOfTheSdkThatSpeaksIsCalled(String method) {
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                method,
                call ->
                    call.getTarget().getName().equals(method)
                        && ofTheSdk().test(call.getTargetOwner())))
        .check(CLASSES);
  }

  private static Activity message() {
    Activity activity = new Activity("message");
    activity.setId("1");
    activity.setChannelId("msteams");
    activity.setServiceUrl(DoorWorld.SERVICE);
    activity.setFrom(new ChannelAccount("29:maya"));
    activity.setRecipient(new ChannelAccount("28:bot"));
    activity.setConversation(new ConversationAccount("19:group"));
    return activity;
  }

  private static void isMute(CompletableFuture<?> result) {
    assertThat(result).isCompletedExceptionally();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(result::get)
        .withRootCauseInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"message", "typing", "trace", "delay", "endOfConversation", "event"})
  void nothingTheSdkWouldSayGoesOut(String type) throws Exception {
    TurnContextImpl turn = new TurnContextImpl(adapter, message());
    Activity answer = new Activity(type);

    isMute(adapter.sendActivities(turn, List.of(answer)));
    isMute(turn.sendActivity(answer));
    isMute(turn.sendActivities(List.of(answer, answer)));
    isMute(adapter.updateActivity(turn, answer));
    isMute(adapter.deleteActivity(turn, new ConversationReference()));
    turn.close();
  }

  @Test
  void theSdkHasNobodyToSpeakTo() throws Exception {
    ClaimsIdentity identity =
        new ClaimsIdentity(
            Guard.ISSUER, Map.of(AuthenticationConstants.AUDIENCE_CLAIM, FakeMicrosoft.APP));
    ConnectorClient client =
        adapter.createConnectorClient(DoorWorld.SERVICE, identity, "scope").get();

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(client::getConversations);
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(client::credentials);
    isMute(adapter.getOrCreateConnectorClient(DoorWorld.SERVICE, MicrosoftAppCredentials.empty()));
    isMute(adapter.buildAppCredentials(FakeMicrosoft.APP, "scope"));
  }

  /** The SDK takes a blank one as "let anybody in". */
  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void thereIsNoBotWithoutAnId(String app) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Bot(app, turns()));
  }

  private static Turns turns() {
    return (Turns)
        Proxy.newProxyInstance(
            FenceTest.class.getClassLoader(),
            new Class<?>[] {Turns.class},
            (proxy, method, arguments) -> {
              throw new IllegalStateException(method.getName());
            });
  }
}

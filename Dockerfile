FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/AmqpBroker -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
RUN mkdir /data && chown "$APP_UID" /data
# An appsettings.json may be mounted here: the broker looks for it in its working directory.
WORKDIR /app
ENV AMQPBROKER_Storage__DataDirectory=/data
USER $APP_UID
VOLUME /data
# AMQP, AMQP over TLS (needs a certificate), management API.
EXPOSE 5672 5671 15672
ENTRYPOINT ["dotnet", "/app/amqpbroker.dll"]
